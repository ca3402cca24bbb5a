// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A repository with a cache in front, which the application itself keeps up to date.
 *
 * <p>Cache and table are two systems without a common transaction, so these races exist, whatever
 * the policy:
 *
 * <ul>
 *   <li>Two writers of one key may both find nothing in the cache and both insert: two rows without
 *       an index, a refused insert with a primary key.
 *   <li>A writer that fails between insert and set leaves a row that the cache does not have; reads
 *       go to the table for it.
 *   <li>A writer that comes while the cache still has the key, though the row is gone or another,
 *       writes nothing.
 *   <li>A writer that fails between update and what it does to the cache leaves the old value there
 *       until it expires.
 *   <li>Two writers of one key who set the cache may do so in another order than they updated the
 *       row; the older value stays until it expires.
 *   <li>A reader that fills the cache may put back an older value than a writer has set in between;
 *       it stays until it expires.
 * </ul>
 *
 * <p>When the cache fails the operation fails; it is not gone on with at the table.
 */
public final class CacheAside implements Repository {
  private final KeyValueStore cache;
  private final Repository table;
  private final Policy policy;
  private final Expiry ttl;

  /**
   * A repository of {@code table} behind {@code cache}; both are closed with it.
   *
   * @param ttl how long the cache keeps what is put into it
   */
  public CacheAside(KeyValueStore cache, Repository table, Policy policy, Expiry ttl) {
    this.cache = cache;
    this.table = table;
    this.policy = policy;
    this.ttl = ttl;
  }

  @Override
  public byte @Nullable [] read(String key, Events events) {
    byte[] cached = lookUp(key, events);
    if (cached != null) {
      return cached;
    }
    byte[] value = table.read(key, events);
    if (value != null && policy.fillsOnMiss()) {
      put(key, value, events);
    }
    return value;
  }

  @Override
  public void write(String key, byte[] value, Events events) {
    if (lookUp(key, events) == null) {
      table.write(key, value, events);
      put(key, value, events);
    }
  }

  /** The table first: whoever reads in between is given what was true before. */
  @Override
  public boolean update(String key, byte[] value, Events events) {
    boolean found = table.update(key, value, events);
    if (found) {
      switch (policy.onUpdate()) {
        case SET -> put(key, value, events);
        case DELETE -> forget(key, events);
      }
    }
    return found;
  }

  @Override
  public void close() {
    cache.close();
    table.close();
  }

  private byte @Nullable [] lookUp(String key, Events events) {
    byte[] value = cache.get(key);
    if (value == null) {
      events.miss();
    } else {
      events.hit();
    }
    return value;
  }

  private void forget(String key, Events events) {
    cache.delete(key);
    events.invalidated();
  }

  private void put(String key, byte[] value, Events events) {
    cache.set(key, value, ttl);
    events.cached();
  }
}
