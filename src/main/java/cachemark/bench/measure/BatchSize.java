// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.measure;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How many operations each thread of a batch does. */
@State(Scope.Benchmark)
public class BatchSize {
  @Param("1000")
  public int operations;
}
