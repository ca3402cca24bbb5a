// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

/**
 * What reads, writes and updates do to the cache. The application itself sees to all of it, which
 * is known as cache-aside, or look-aside; the names are those of the parts.
 */
public enum Policy {
  /**
   * As the report's scripts did it. A write looks the key up and, only where the cache has nothing,
   * inserts the row and sets the cache. A read that misses goes to the table and leaves the cache
   * as it is. The report updated nothing; an update here sets the cache as its write does, since no
   * read would ever bring back what it removed.
   */
  REPORT("the report's policy", Fill.NONE, OnUpdate.SET),
  /**
   * As {@link #REPORT}, but a read that misses puts the row into the cache, and an update writes
   * around the cache and invalidates: it removes the key, and the next read brings the new value.
   * The usual way, and not free of stale values: a read that missed before an update may fill after
   * it.
   */
  READ_THROUGH("read-through", Fill.SET, OnUpdate.DELETE),
  /**
   * As {@link #READ_THROUGH}, but a read fills only where the cache has nothing by then. Keeps a
   * late fill from replacing a newer one, but not from following a removal.
   */
  READ_THROUGH_ADD("read-through by add", Fill.ADD, OnUpdate.DELETE),
  /** As {@link #READ_THROUGH}, but an update writes through the cache: the row, then the cache. */
  WRITE_THROUGH("write-through", Fill.SET, OnUpdate.SET),
  /**
   * As {@link #READ_THROUGH}, but a read that misses first takes a lease: a marker of its own under
   * the key. It fills only if the marker is there still, which an update removes with the key. So a
   * read that begins when an update has returned is never given an older value by the cache.
   */
  LEASE("read-through by lease", Fill.LEASE, OnUpdate.DELETE);

  private final String label;
  private final Fill fill;
  private final OnUpdate onUpdate;

  Policy(String label, Fill fill, OnUpdate onUpdate) {
    this.label = label;
    this.fill = fill;
    this.onUpdate = onUpdate;
  }

  /** How a read that missed puts the row into the cache. */
  enum Fill {
    /** It does not. */
    NONE,
    /** Whatever is there by then. */
    SET,
    /** Where nothing is there. */
    ADD,
    /** Where its own lease is there. */
    LEASE
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

  /** Whether reads that miss fill the cache. */
  public boolean fillsOnMiss() {
    return fill != Fill.NONE;
  }

  /** Whether a read that begins when an update has returned may be given an older value. */
  public boolean mayServeStale() {
    return fill != Fill.LEASE;
  }

  Fill fill() {
    return fill;
  }

  OnUpdate onUpdate() {
    return onUpdate;
  }
}
