// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.cacheaside.Rules;
import cachemark.store.CacheMemory;
import cachemark.store.CacheType;
import cachemark.store.DriverType;
import cachemark.store.Durability;
import cachemark.store.Index;
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
 */
public record CachedTable(
    CacheType cache,
    Rules rules,
    @Nullable CacheMemory memory,
    double cachedShare,
    double missingShare,
    Index index,
    DriverType driver,
    Durability durability)
    implements Subject {
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
