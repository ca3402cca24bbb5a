// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Which updates of each record are known to be replaced. Takes two numbers for each record, and one
 * object for each update that is under way and each record that was read stale. Thread-safe.
 *
 * <p>Updates of one record that overlap in time may reach the table in either order, and no version
 * tells in which. So a read is called stale only where that is certain: an update had returned
 * before the read began, which had itself begun when the update that wrote what was read had
 * returned. Where updates of one record overlap, some stale reads are missed; none is invented. An
 * update that failed may still come to pass, and remains under way.
 */
final class Ledger {
  private static final int STRIPES = 64;

  private final AtomicLong issued = new AtomicLong();
  private final Stripe[] stripes = new Stripe[STRIPES];
  private final Histogram ended = new Histogram(Interval.LONGEST_NANOS, 3);

  /** Versions of each record below this one are replaced for certain. */
  private final long[] floors;

  /** Since when that is so. */
  private final long[] sinceNanos;

  /** The records that share a lock. */
  private static final class Stripe {
    private final Map<Integer, List<Long>> underWay = new HashMap<>();
    private final Map<Integer, Spell> spells = new HashMap<>();
  }

  /** Stale reads of one version. */
  private static final class Spell {
    private final long version;
    private final long fromNanos;
    private long lastNanos;

    Spell(long version, long fromNanos, long lastNanos) {
      this.version = version;
      this.fromNanos = fromNanos;
      this.lastNanos = lastNanos;
    }
  }

  /**
   * What is known of a record when a read of it begins.
   *
   * @param floor versions below this one are replaced
   * @param sinceNanos since when
   */
  record View(long floor, long sinceNanos) {}

  /** That of so many records, all of version 0. */
  Ledger(int records) {
    this.floors = new long[records];
    this.sinceNanos = new long[records];
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Stripe();
    }
  }

  /** Begins an update. */
  Update begin(int record) {
    Stripe stripe = stripe(record);
    synchronized (stripe) {
      long version = issued.incrementAndGet();
      List<Long> others = stripe.underWay.computeIfAbsent(record, any -> new ArrayList<>());
      others.add(version);
      return new Update(record, version, others.get(0));
    }
  }

  /** An update has returned. */
  void returned(Update update, long now) {
    int record = update.record();
    Stripe stripe = stripe(record);
    synchronized (stripe) {
      end(stripe, update);
      if (update.oldest() > floors[record]) {
        floors[record] = update.oldest();
        sinceNanos[record] = now;
      }
    }
  }

  /** An update has returned and found no row to write to. */
  void undone(Update update) {
    Stripe stripe = stripe(update.record());
    synchronized (stripe) {
      end(stripe, update);
    }
  }

  private static void end(Stripe stripe, Update update) {
    List<Long> others = stripe.underWay.get(update.record());
    if (others != null) {
      others.remove(update.version());
      if (others.isEmpty()) {
        stripe.underWay.remove(update.record());
      }
    }
  }

  /** A read begins. */
  View view(int record) {
    synchronized (stripe(record)) {
      return new View(floors[record], sinceNanos[record]);
    }
  }

  /** Whether any update has written this version, or may have. */
  boolean isIssued(long version) {
    return version >= 0 && version <= issued.get();
  }

  /** Notes a read that began then and was given a version that had been replaced for certain. */
  void stale(int record, long version, View view, long begunNanos) {
    Stripe stripe = stripe(record);
    synchronized (stripe) {
      Spell spell = stripe.spells.get(record);
      if (spell == null || spell.version != version) {
        end(spell);
        spell = new Spell(version, view.sinceNanos(), begunNanos);
        stripe.spells.put(record, spell);
      }
      spell.lastNanos = Math.max(spell.lastNanos, begunNanos);
    }
  }

  private void end(@Nullable Spell spell) {
    if (spell != null) {
      synchronized (ended) {
        Interval.record(ended, spell.lastNanos - spell.fromNanos);
      }
    }
  }

  /** All that was noted; ends every spell. */
  Staleness staleness() {
    for (Stripe stripe : stripes) {
      synchronized (stripe) {
        stripe.spells.values().forEach(this::end);
        stripe.spells.clear();
      }
    }
    synchronized (ended) {
      return new Staleness(
          ended.getTotalCount(), ended.getValueAtPercentile(99), ended.getMaxValue());
    }
  }

  private Stripe stripe(int record) {
    return stripes[record % STRIPES];
  }
}
