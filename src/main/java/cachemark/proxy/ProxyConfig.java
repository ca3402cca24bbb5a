// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The settings of a proxy.
 *
 * @param primaries each {@code host:port}, 1 or more
 * @param backups each {@code host:port}; none for no second copy
 * @param ketama whether keys are placed as libmemcached's ketama does, and not as magent does
 * @param mode what is done about failures
 * @param timeout after which a server that answers nothing counts as away; 10 ms to 60 s
 * @param maxValueBytes the largest value that is taken from clients; 0 to 64 Mi
 * @param maxClients how many connections of clients are held at once; 1 or more
 */
public record ProxyConfig(
    List<String> primaries,
    List<String> backups,
    boolean ketama,
    Mode mode,
    Duration timeout,
    int maxValueBytes,
    int maxClients) {
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMillis(500);
  public static final int DEFAULT_MAX_VALUE_BYTES = 1 << 20;
  public static final int DEFAULT_MAX_CLIENTS = 4_096;

  private static final Duration MIN_TIMEOUT = Duration.ofMillis(10);
  private static final Duration MAX_TIMEOUT = Duration.ofSeconds(60);
  private static final int MAX_MAX_VALUE_BYTES = 64 << 20;
  private static final int MAX_SERVERS = 1_000;

  public ProxyConfig {
    primaries = List.copyOf(primaries);
    backups = List.copyOf(backups);
    require(!primaries.isEmpty(), "a proxy needs 1 primary or more (-s host:port)");
    require(
        primaries.size() + backups.size() <= MAX_SERVERS,
        "primaries and backups are more than " + MAX_SERVERS);
    requireDistinct(primaries, backups);
    require(
        timeout.compareTo(MIN_TIMEOUT) >= 0 && timeout.compareTo(MAX_TIMEOUT) <= 0,
        "timeout = " + timeout.toMillis() + " ms is not 10 to 60000");
    require(
        maxValueBytes >= 0 && maxValueBytes <= MAX_MAX_VALUE_BYTES,
        "max-value = " + maxValueBytes + " bytes is not 0 to " + MAX_MAX_VALUE_BYTES);
    require(maxClients >= 1, "max-clients = " + maxClients + " is not 1 or more");
  }

  /** The defaults for these servers. */
  public static ProxyConfig of(List<String> primaries, List<String> backups, Mode mode) {
    return new ProxyConfig(
        primaries,
        backups,
        false,
        mode,
        DEFAULT_TIMEOUT,
        DEFAULT_MAX_VALUE_BYTES,
        DEFAULT_MAX_CLIENTS);
  }

  private static void requireDistinct(List<String> primaries, List<String> backups) {
    Set<String> seen = new HashSet<>();
    for (String server : primaries) {
      require(seen.add(server), "server \"" + server + "\" is a primary twice");
    }
    for (String server : backups) {
      require(seen.add(server), "server \"" + server + "\" is there twice, once as a backup");
    }
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
