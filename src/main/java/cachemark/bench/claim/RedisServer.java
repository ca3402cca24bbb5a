// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.claim;

import cachemark.bench.target.AnyServer;
import cachemark.store.StoreType;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The server under test where only Redis can do what is asked. */
@State(Scope.Benchmark)
public class RedisServer extends AnyServer {
  @Param("REDIS")
  StoreType store = StoreType.REDIS;

  @Param("32")
  int valueBytes;

  @Override
  public final StoreType type() {
    if (store != StoreType.REDIS) {
      throw new IllegalArgumentException("store=" + store + ": only REDIS has transactions");
    }
    return store;
  }

  @Override
  public final int valueBytes() {
    return valueBytes;
  }
}
