// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

/** Which values a cache gives up when its memory is full. */
public enum Eviction {
  /** Those that were not used for the longest time, or nearly so: both kinds of caches sample. */
  LRU("allkeys-lru"),
  /** Those that are used least often, which Redis can. */
  LFU("allkeys-lfu");

  private final String redisPolicy;

  Eviction(String redisPolicy) {
    this.redisPolicy = redisPolicy;
  }

  /** What Redis calls it, as its {@code maxmemory-policy}. */
  public String redisPolicy() {
    return redisPolicy;
  }
}
