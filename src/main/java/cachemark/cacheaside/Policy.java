// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

/** What reads and writes do to the cache. */
public enum Policy {
  /**
   * As the report's scripts did it. A write looks the key up and, only where the cache has nothing,
   * inserts the row and sets the cache. A read that misses goes to the table and leaves the cache
   * as it is.
   */
  REPORT("the report's policy", false),
  /** As {@link #REPORT}, but a read that misses puts the row into the cache. */
  READ_THROUGH("read-through", true);

  private final String label;
  private final boolean fillsOnMiss;

  Policy(String label, boolean fillsOnMiss) {
    this.label = label;
    this.fillsOnMiss = fillsOnMiss;
  }

  /** The policy in words, for charts and messages. */
  public String label() {
    return label;
  }

  boolean fillsOnMiss() {
    return fillsOnMiss;
  }
}
