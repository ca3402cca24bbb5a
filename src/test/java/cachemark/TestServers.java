// SPDX-License-Identifier: Apache-2.0
package cachemark;

import cachemark.server.LocalServers;
import cachemark.server.ServerSpec;
import cachemark.store.Endpoint;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;

/** Real servers for integration tests, started once for each JVM and ended when it exits. */
public final class TestServers {
  private TestServers() {}

  /** A running memcached. */
  public static Endpoint memcached() {
    return Memcached.ENDPOINT;
  }

  /** A running Redis. */
  public static Endpoint redis() {
    return Redis.ENDPOINT;
  }

  private static final class All {
    static final LocalServers SERVERS = LocalServers.open();
  }

  private static final class Memcached {
    static final Endpoint ENDPOINT = start(ServerSpec.memcached(), StoreType.MEMCACHED);
  }

  private static final class Redis {
    static final Endpoint ENDPOINT = start(ServerSpec.redis(), StoreType.REDIS);
  }

  private static Endpoint start(ServerSpec spec, StoreType store) {
    return All.SERVERS
        .start(
            spec,
            endpoint -> {
              try (StoreAdmin admin = StoreAdmins.open(store, endpoint, Timeouts.DEFAULT)) {
                admin.version();
              }
            })
        .endpoint();
  }
}
