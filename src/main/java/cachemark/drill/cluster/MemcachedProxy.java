// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import cachemark.server.Programs;
import cachemark.server.ServerKind;
import cachemark.store.Endpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * memcached's own proxy with the route library that comes with it, laid out in the two ways which
 * that library's examples show for a backup. It is as patient with a server as twemproxy here.
 */
final class MemcachedProxy {
  /** Whatever fails at the primary is done at the backup, whose sets last five minutes. */
  private static final String STAND_IN =
      """
      local brief = route_ttl{ ttl = 300, child = "backup" }
      routes{
        cmap = { set = route_failover{ children = { "main", brief }, miss = false } },
        default = route_failover{ children = { "main", "backup" } },
      }
      """;

  /** Reads that fail or find nothing go on to the backup; all else goes to both. */
  private static final String COPIES =
      """
      routes{
        cmap = { get = route_failover{ children = { "main", "backup" }, miss = true } },
        default = route_allsync{ children = { "main", "backup" } },
      }
      """;

  private MemcachedProxy() {}

  /** Why the memcached of this machine is none, in a sentence; empty where it is one. */
  static Optional<String> missing() {
    Optional<Path> program = Programs.find(ServerKind.MEMCACHED.programs().get(0));
    boolean able =
        program.isPresent()
            && Programs.run(List.of(program.get().toString(), "-h")).contains("routelib");
    return able
        ? Optional.empty()
        : Optional.of(
            "the memcached here was built without its proxy, or there is none: use --servers docker,"
                + " whose images have one");
  }

  /** Starts one that shares the keys among {@code servers}. */
  static Front sharing(Site site, List<Endpoint> servers) {
    String routes =
        String.format(
            Locale.ROOT,
            """
            pools{ main = { backends = { %s } } }
            routes{ default = route_direct{ child = "main" } }
            """,
            words(servers));
    return new ProxyProcess(site.memcachedProxy(routes), servers.get(0));
  }

  /** Starts one whose backup stands in for primaries that fail. */
  static Front standingIn(Site site, Seats seats) {
    return start(site, seats, STAND_IN);
  }

  /** Starts one that writes everything to the backup as well. */
  static Front copying(Site site, Seats seats) {
    return start(site, seats, COPIES);
  }

  private static Front start(Site site, Seats seats, String routes) {
    String layout =
        String.format(
            Locale.ROOT,
            """
            settings{
              backend_connect_timeout = 0.4,
              backend_read_timeout = 0.4,
              backend_retry_timeout = 2,
              backend_failure_limit = 2,
            }
            pools{
              main = { backends = { %s } },
              backup = { backends = { %s } },
            }
            """,
            words(seats.primaries()),
            words(seats.backups()));
    return new ProxyProcess(site.memcachedProxy(layout + routes), seats.primaries().get(0));
  }

  private static String words(List<Endpoint> servers) {
    return servers.stream().map(server -> "\"" + server + "\"").collect(Collectors.joining(", "));
  }
}
