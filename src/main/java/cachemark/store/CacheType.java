// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import java.util.Optional;

/** What stands in front of a table. */
public enum CacheType {
  /** Nothing: every read and write goes to the table. */
  NONE("no cache"),
  MEMCACHED("memcached"),
  REDIS("Redis");

  private final String label;

  CacheType(String label) {
    this.label = label;
  }

  /** The name as people write it, for charts and messages. */
  public String label() {
    return label;
  }

  /** The store that is the cache; empty where there is none. */
  public Optional<StoreType> store() {
    return switch (this) {
      case NONE -> Optional.empty();
      case MEMCACHED -> Optional.of(StoreType.MEMCACHED);
      case REDIS -> Optional.of(StoreType.REDIS);
    };
  }
}
