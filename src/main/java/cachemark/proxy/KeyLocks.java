// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The keys that are being changed: changes of one key are made one after the other, in the order in
 * which they came. Keys are told apart by a hash of 64 bits; two that share it wait for each other,
 * which is slow and does no harm. Allocates nothing but for those that wait for everything. Not
 * thread-safe.
 */
final class KeyLocks {
  private static final int BUCKETS = 1 << 14;

  private final @Nullable Hold[] buckets = new Hold[BUCKETS];
  private final Deque<Hold> ready = new ArrayDeque<>();

  /** What came after a work on all keys, such works among them. */
  private final Deque<Hold> stopped = new ArrayDeque<>();

  /** The work on all keys that waits or is being done. */
  private @Nullable Hold all;

  private int held;
  private int waiting;
  private boolean isExclusive;
  private boolean working;

  /** Does the hold's work as soon as nobody else changes the key, at once if nobody does. */
  void acquire(Hold hold, long hash) {
    hold.hash = hash;
    hold.waiter = null;
    hold.lastWaiter = null;
    hold.isOfAll = false;
    if (all != null) {
      stopped.add(hold);
      return;
    }
    enter(hold);
    work();
  }

  private void enter(Hold hold) {
    int bucket = bucket(hold.hash);
    for (Hold each = buckets[bucket]; each != null; each = each.next) {
      if (each.hash == hold.hash) {
        wait(each, hold);
        return;
      }
    }
    hold.next = buckets[bucket];
    buckets[bucket] = hold;
    held++;
    ready.add(hold);
  }

  private void wait(Hold holder, Hold hold) {
    waiting++;
    if (holder.lastWaiter == null) {
      holder.waiter = hold;
    } else {
      holder.lastWaiter.waiter = hold;
    }
    holder.lastWaiter = hold;
  }

  /** Ends the hold's change; the first that waits for the key goes on. */
  void release(Hold hold) {
    remove(hold);
    Hold first = hold.waiter;
    if (first != null) {
      first.lastWaiter = first == hold.lastWaiter ? null : hold.lastWaiter;
      int bucket = bucket(first.hash);
      first.next = buckets[bucket];
      buckets[bucket] = first;
      held++;
      waiting--;
      ready.add(first);
    }
    work();
  }

  private void remove(Hold hold) {
    int bucket = bucket(hold.hash);
    Hold each = buckets[bucket];
    if (each == hold) {
      buckets[bucket] = hold.next;
    } else {
      while (each != null && each.next != hold) {
        each = each.next;
      }
      if (each == null) {
        throw new IllegalStateException("a hold is released that is not held");
      }
      each.next = hold.next;
    }
    hold.next = null;
    held--;
  }

  /** Does the hold's work when no key is being changed, and lets none be until it is released. */
  void acquireAll(Hold hold) {
    hold.isOfAll = true;
    if (all != null) {
      stopped.add(hold);
      return;
    }
    all = hold;
    work();
  }

  /** Ends the work on all keys. */
  void releaseAll() {
    isExclusive = false;
    all = null;
    for (Hold hold = stopped.poll(); hold != null; hold = stopped.poll()) {
      if (hold.isOfAll) {
        all = hold;
        break;
      }
      enter(hold);
    }
    work();
  }

  /** How many changes wait for others. */
  int waiting() {
    return waiting + stopped.size();
  }

  /** What is ready is worked off in a loop, since one work may end another's wait. */
  private void work() {
    if (working) {
      return;
    }
    working = true;
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
    }
    working = false;
  }

  private @Nullable Runnable next() {
    Hold hold = ready.poll();
    if (hold != null) {
      return hold.work;
    }
    if (held == 0 && !isExclusive && all != null) {
      isExclusive = true;
      return all.work;
    }
    return null;
  }

  private static int bucket(long hash) {
    return (int) (hash >>> 50) & (BUCKETS - 1);
  }
}
