// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

/** What reads, writes and updates do to the cache. */
public enum Policy {
  /**
   * As the report's scripts did it. A write looks the key up and, only where the cache has nothing,
   * inserts the row and sets the cache. A read that misses goes to the table and leaves the cache
   * as it is. The report updated nothing; an update here sets the cache as its write does, since no
   * read would ever bring back what it removed.
   */
  REPORT("the report's policy", false, OnUpdate.SET),
  /**
   * As {@link #REPORT}, but a read that misses puts the row into the cache, and so an update
   * removes the key from it: the next read brings the new value.
   */
  READ_THROUGH("read-through", true, OnUpdate.DELETE);

  private final String label;
  private final boolean fillsOnMiss;
  private final OnUpdate onUpdate;

  Policy(String label, boolean fillsOnMiss, OnUpdate onUpdate) {
    this.label = label;
    this.fillsOnMiss = fillsOnMiss;
    this.onUpdate = onUpdate;
  }

  /** What the cache is told once a row has another value. */
  enum OnUpdate {
    SET,
    DELETE
  }

  /** The policy in words, for charts and messages. */
  public String label() {
    return label;
  }

  boolean fillsOnMiss() {
    return fillsOnMiss;
  }

  OnUpdate onUpdate() {
    return onUpdate;
  }
}
