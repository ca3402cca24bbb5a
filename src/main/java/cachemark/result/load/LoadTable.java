// SPDX-License-Identifier: Apache-2.0
package cachemark.result.load;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The table that was loaded and the cache in front of it, each word as on the command line.
 *
 * @param cache in front, as in {@code memcached}, or {@code none}
 * @param policy what reads and updates do to the cache, as in {@code read-through}
 * @param ttl how long the cache keeps a value, as in {@code 60s}, or {@code none}
 * @param ttlJitter by which share of it each value was kept longer or shorter at most, from 0 to 1;
 *     0 before there was any
 * @param singleFlight whether one read at a time loaded a key from the table, while others waited;
 *     false before that could be
 * @param negativeTtl how long the cache keeps it that there is no such row, or null where that is
 *     not kept
 * @param cacheMemory of the cache, as in {@code 64m}, or null where no limit was asked for
 * @param eviction that makes room in it, {@code lru} or {@code lfu}, or null where no limit was
 *     asked for
 * @param cachedShare how many of the records the cache held when each step began, from 0 to 1
 * @param missingShare how many of the keys that were read had no row; 0 before there could be any
 * @param index of the table, {@code primary} or {@code none}
 * @param driver to the database, as in {@code mariadb-connector}
 * @param durability what an update waits for, {@code fsync} or {@code relaxed}
 * @param fallsBack whether it was gone on at the table when the cache failed; false before that
 *     could be
 * @param valueSpread standard deviation of the natural logarithm of the values' lengths, of which
 *     that of the settings is the median; 0 where all had that, as before there was any other
 */
public record LoadTable(
    String cache,
    String policy,
    String ttl,
    double ttlJitter,
    boolean singleFlight,
    @Nullable String negativeTtl,
    @Nullable String cacheMemory,
    @Nullable String eviction,
    double cachedShare,
    double missingShare,
    String index,
    String driver,
    String durability,
    boolean fallsBack,
    double valueSpread) {
  private static final String NONE = "none";

  public LoadTable {
    Objects.requireNonNull(cache, "cache");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(ttl, "ttl");
    Objects.requireNonNull(index, "index");
    Objects.requireNonNull(driver, "driver");
    Objects.requireNonNull(durability, "durability");
  }

  private String lengths() {
    return valueSpread == 0
        ? ""
        : String.format(Locale.ROOT, "lengths log-normal by %.2g, ", valueSpread);
  }

  private String missing() {
    return missingShare == 0
        ? ""
        : String.format(Locale.ROOT, "%.0f %% of the keys without a row, ", 100 * missingShare);
  }

  /** Whether there was a cache in front. */
  public boolean hasCache() {
    return !cache.equals(NONE);
  }

  /** All of it in words. */
  public String words() {
    String table =
        missing()
            + lengths()
            + (index.equals(NONE) ? "no index" : index + " key")
            + ", "
            + driver
            + ", "
            + durability;
    return hasCache()
        ? String.format(
            Locale.ROOT,
            "%s%s%s, ttl %s%s%s%s, %.0f %% cached at the start; table: %s",
            policy,
            singleFlight ? " in single flight" : "",
            fallsBack ? " falling back to the table" : "",
            ttl,
            ttlJitter == 0 ? "" : String.format(Locale.ROOT, " ± %.0f %%", 100 * ttlJitter),
            negativeTtl == null ? "" : ", of missing rows " + negativeTtl,
            cacheMemory == null ? "" : ", " + cacheMemory + " of memory by " + eviction,
            100 * cachedShare,
            table)
        : "table: " + table;
  }
}
