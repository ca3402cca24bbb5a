// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.cacheaside.Rules;
import cachemark.store.CacheMemory;
import cachemark.store.CacheType;
import cachemark.store.DriverType;
import cachemark.store.Durability;
import cachemark.store.Index;
import cachemark.workload.ValueSizes;
import org.jspecify.annotations.Nullable;

/**
 * A table of a database with a cache in front, or with none.
 *
 * @param cache in front
 * @param rules by which the cache is kept up to date
 * @param memory that the cache has, or null for the usual
 * @param cachedShare how many of the records the cache holds when a load begins, from 0 to 1
 * @param missingShare how many of the keys that are read have no row, from 0 to less than 1
 * @param index by which the table finds a row
 * @param driver to the table
 * @param durability of an update
 * @param valueSpread by how much the lengths of values differ: 0 where all have the one of the
 *     plan, else that is the median, and this the standard deviation of the natural logarithm, at
 *     most {@value #MOST_SPREAD}
 */
public record CachedTable(
    CacheType cache,
    Rules rules,
    @Nullable CacheMemory memory,
    double cachedShare,
    double missingShare,
    Index index,
    DriverType driver,
    Durability durability,
    double valueSpread)
    implements Subject {
  /** The most that lengths of values may differ. */
  public static final int MOST_SPREAD = 4;

  /** The most connections, each of which is a thread. */
  public static final int MOST_CONNECTIONS = 1_000;

  public CachedTable {
    if (!(cachedShare >= 0 && cachedShare <= 1)) {
      throw new IllegalArgumentException(
          "a cached share of " + cachedShare + " is not from 0 to 1");
    }
    if (!(missingShare >= 0 && missingShare < 1)) {
      throw new IllegalArgumentException(
          "a missing share of " + missingShare + " is not from 0 to less than 1");
    }
    if (!(valueSpread >= 0 && valueSpread <= MOST_SPREAD)) {
      throw new IllegalArgumentException(
          "a value spread of " + valueSpread + " is not from 0 to " + MOST_SPREAD);
    }
  }

  /** A table whose values all have one length. */
  public CachedTable(
      CacheType cache,
      Rules rules,
      @Nullable CacheMemory memory,
      double cachedShare,
      double missingShare,
      Index index,
      DriverType driver,
      Durability durability) {
    this(cache, rules, memory, cachedShare, missingShare, index, driver, durability, 0);
  }

  /** The lengths of values, in bytes, where those of the plan are so long. */
  public ValueSizes valueSizes(int valueBytes, long seed) {
    return valueSpread == 0
        ? ValueSizes.fixed(valueBytes)
        : ValueSizes.logNormal(
            valueBytes, valueSpread, Records.LEAST_VALUE_BYTES, Records.MOST_VALUE_BYTES, seed);
  }

  @Override
  public String label() {
    return hasCache() ? "a table with " + cache.label() + " in front" : "a table alone";
  }

  /** Whether a read that begins when an update has returned may be given an older value. */
  public boolean mayServeStale() {
    return hasCache() && rules.mayServeStale();
  }

  /** Of so many keys, how many have a row, from the first one on; 1 or more. */
  public int rows(int keys) {
    return Math.max(1, keys - (int) Math.round(keys * missingShare));
  }

  /** Whether there is a cache. */
  public boolean hasCache() {
    return cache != CacheType.NONE;
  }
}
