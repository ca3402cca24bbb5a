// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.store.StoreType;

/** What is spoken with a server. */
public enum Dialect implements Subject {
  /** memcached's text protocol: {@code get} and {@code set}. */
  MEMCACHED(StoreType.MEMCACHED, "memcached"),
  /** memcached's meta commands {@code mg} and {@code ms}. */
  MEMCACHED_META(StoreType.MEMCACHED, "memcached, meta commands"),
  /** RESP2, as Redis and its kin speak it. */
  REDIS(StoreType.REDIS, "Redis");

  private final StoreType store;
  private final String label;

  Dialect(StoreType store, String label) {
    this.store = store;
    this.label = label;
  }

  /** The store that speaks it. */
  public StoreType store() {
    return store;
  }

  @Override
  public String label() {
    return label;
  }
}
