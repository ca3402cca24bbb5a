// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.target;

import cachemark.store.StoreType;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The server under test, of either type. */
@State(Scope.Benchmark)
public class Server extends AnyServer {
  @Param({"MEMCACHED", "REDIS"})
  StoreType store = StoreType.MEMCACHED;

  @Param("32")
  int valueBytes;

  @Override
  public final StoreType type() {
    return store;
  }

  @Override
  public final int valueBytes() {
    return valueBytes;
  }
}
