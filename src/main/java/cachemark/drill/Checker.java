// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What a store has promised: for every key the last version whose write it acknowledged, and the
 * last that was issued. Thread-safe, where one thread at a time writes a key.
 *
 * <p>The versions of a key ascend, and a write is issued when the one before has been acknowledged
 * or has failed. So whatever may rightly be read is the last version that was acknowledged before
 * the read began, or one of those issued since: they may have taken effect though they failed. All
 * below are stale.
 */
public final class Checker {
  /** What is found where there is nothing. */
  public static final long NOTHING = 0;

  private final AtomicLongArray issued;
  private final AtomicLongArray acknowledged;

  /** A checker of so many keys, none of them written. */
  public Checker(int keys) {
    this.issued = new AtomicLongArray(keys);
    this.acknowledged = new AtomicLongArray(keys);
  }

  /** The version that the next write of a key has to carry, to be asked for as it begins. */
  public long issue(int key) {
    return issued.incrementAndGet(key);
  }

  /** The store has acknowledged that write. */
  public void acknowledge(int key, long version) {
    acknowledged.accumulateAndGet(key, version, Math::max);
  }

  /** What a read that begins now must return at the least, {@link #NOTHING} where it need not. */
  public long demanded(int key) {
    return acknowledged.get(key);
  }

  /**
   * What a read has come to.
   *
   * @param demanded when it began
   * @param found the version it returned, {@link #NOTHING} or {@link VersionedValue#STRANGE}
   */
  public Outcome judge(int key, long demanded, long found) {
    if (found == NOTHING) {
      return demanded == NOTHING ? Outcome.RIGHT : Outcome.MISSING;
    }
    if (found < NOTHING || found > issued.get(key)) {
      return Outcome.WRONG;
    }
    return found < demanded ? Outcome.STALE : Outcome.RIGHT;
  }
}
