// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import cachemark.server.Programs;
import cachemark.server.ServerException;
import cachemark.server.ServerKind;
import cachemark.store.Timeouts;
import java.time.Duration;
import java.util.Optional;

/** Starts subjects. */
public final class Subjects {
  /** How long clients wait; longer than the proxies do for a server. */
  public static final Timeouts CLIENT = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1));

  private Subjects() {}

  /** Why a subject cannot be drilled, in a sentence; empty where it can. */
  public static Optional<String> missing(SubjectType type, Site site) {
    if (type.isMemcachedProxy()) {
      return failing(type, site);
    }
    if (type == SubjectType.TWEMPROXY || type == SubjectType.TWEMPROXY_EJECT) {
      return Twemproxy.missing();
    }
    boolean redis =
        ServerKind.REDIS.programs().stream().anyMatch(name -> Programs.find(name).isPresent());
    return type.isMemcached() || redis
        ? Optional.empty()
        : Optional.of("redis-server is not installed: run ./run-bench.sh drill, which installs it");
  }

  /** Only a start tells whether a memcached was built with a proxy and reaches its servers. */
  private static Optional<String> failing(SubjectType type, Site site) {
    try (RealSubject tried = start(type, site, false)) {
      return Optional.empty();
    } catch (ServerException e) {
      return Optional.of(
          "this takes a memcached that was built with its proxy and routelib, as 1.6.45 is; try"
              + " --servers docker ("
              + e.getMessage()
              + ")");
    }
  }

  /**
   * Starts a subject, all servers of which answer on return.
   *
   * @param relayed whether its servers must be such that can be cut off
   */
  public static RealSubject start(SubjectType type, Site site, boolean relayed) {
    return switch (type) {
      case REDIS_REPLICA -> RedisSubject.scripted(site, relayed, CLIENT);
      case REDIS_SENTINEL -> RedisSubject.sentinels(site, relayed, CLIENT);
      default -> MemcachedSubject.start(type, site, relayed, CLIENT);
    };
  }
}
