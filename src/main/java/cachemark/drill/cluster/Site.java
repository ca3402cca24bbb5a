// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import cachemark.server.Readiness;
import cachemark.server.RunningServer;
import cachemark.server.ServerRequest;
import cachemark.server.ServerSource;
import cachemark.server.ServerSpec;
import cachemark.server.local.LocalServers;
import cachemark.store.Access;
import cachemark.store.CacheMemory;
import cachemark.store.Endpoint;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the servers of drills are started. Safe for use by several threads.
 *
 * @param source of plain servers
 * @param processes of this machine, for whatever else is needed; its folder serves all
 */
public record Site(ServerSource source, LocalServers processes) implements AutoCloseable {
  private static final Timeouts PROBE = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1));

  /** Whether servers are processes of this machine, which can listen at a port of our choice. */
  public boolean isLocal() {
    return source == processes;
  }

  /** How a memcached is started. */
  Seat.Starter memcached() {
    return cache(StoreType.MEMCACHED, null);
  }

  /** How the server of a store is started, with so much memory or the usual. */
  public Seat.Starter cache(StoreType store, @Nullable CacheMemory memory) {
    return plain(ServerRequest.cache(store, memory), answers(store));
  }

  /** How a memcached is started that is a proxy, by {@code routes}. */
  Seat.Starter memcachedProxy(String routes) {
    return plain(new ServerRequest.MemcachedProxy(routes), ProxyProcess::answers);
  }

  /** How a Redis that is found at an address is started; {@code spec} is asked at every start. */
  Seat.Starter redis(Function<Endpoint, ServerSpec> spec) {
    return process(spec, answers(StoreType.REDIS));
  }

  /** How any other program is started as a process. */
  Seat.Starter process(Function<Endpoint, ServerSpec> spec, Readiness readiness) {
    return new Seat.Starter() {
      @Override
      public RunningServer start(OptionalInt port, Endpoint address) {
        return port.isPresent()
            ? processes.start(spec.apply(address), port.getAsInt(), readiness)
            : processes.start(spec.apply(address), readiness);
      }

      @Override
      public void forget(RunningServer ended) {
        processes.stop(ended);
      }
    };
  }

  private Seat.Starter plain(ServerRequest request, Readiness readiness) {
    return new Seat.Starter() {
      @Override
      public RunningServer start(OptionalInt port, Endpoint address) {
        return isLocal() && port.isPresent()
            ? processes.start(request, port.getAsInt(), readiness)
            : source.start(request, readiness);
      }

      @Override
      public void forget(RunningServer ended) {
        source.stop(ended);
      }
    };
  }

  /** Whether it says its version. */
  static Readiness answers(StoreType type) {
    return access -> {
      try (StoreAdmin admin = StoreAdmins.open(type, access, PROBE)) {
        admin.version();
      }
    };
  }

  /** Ends all servers but the processes. */
  @Override
  public void close() {
    if (!isLocal()) {
      source.close();
    }
  }

  /** The version that a server says. */
  static String version(StoreType type, Endpoint endpoint) {
    try (StoreAdmin admin = StoreAdmins.open(type, Access.to(endpoint), Timeouts.DEFAULT)) {
      return admin.version();
    }
  }
}
