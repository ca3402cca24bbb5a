// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

/** The kind of server under test, named by the protocol it speaks. */
public enum StoreType {
  /** memcached, spoken to in its text protocol. */
  MEMCACHED("memcached"),
  /** Redis, spoken to in RESP2. */
  REDIS("Redis"),
  /** A map in the heap of the benchmark itself: the floor of the harness. */
  MEMORY("in memory");

  private final String label;

  StoreType(String label) {
    this.label = label;
  }

  /** The name as people write it, for charts and messages. */
  public String label() {
    return label;
  }
}
