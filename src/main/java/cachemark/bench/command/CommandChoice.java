// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.command;

import cachemark.store.Command;
import cachemark.store.Expiry;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Which command, on how much, and how long what it writes stays. */
@State(Scope.Benchmark)
public class CommandChoice {
  @Param({"GET", "SET", "ADD", "REPLACE", "DELETE", "INCR", "TOUCH", "MULTIGET"})
  Command command = Command.GET;

  @Param("100")
  int elements;

  @Param("60s")
  String ttl = "";

  Expiry expiry() {
    return Expiry.parse(ttl);
  }
}
