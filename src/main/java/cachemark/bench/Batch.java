// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.Entry;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * One thread's fixed number of attempts, each on an entry of its own. Not thread-safe.
 *
 * <p>A short batch in a fresh JVM would measure the interpreter, so {@link #warmUp} takes the same
 * code path before the first one, for a time.
 */
final class Batch {
  private final Attempt attempt;
  private final Entry[] entries;

  Batch(Attempt attempt, Entry[] entries) {
    this.attempt = attempt;
    this.entries = entries;
  }

  /** Attempts without end on the entries that {@code numbered} gives for 0, 1, 2 and so on. */
  void warmUp(TimeValue time, LongFunction<Entry> numbered) {
    Outcomes ignored = new Outcomes();
    long deadlineNanos = System.nanoTime() + time.convertTo(TimeUnit.NANOSECONDS);
    for (long i = 0; System.nanoTime() < deadlineNanos; i++) {
      attempt.on(numbered.apply(i), ignored);
    }
  }

  /** Attempts every entry and takes the time; returns how many there are. */
  int run(Outcomes outcomes) {
    long startNanos = System.nanoTime();
    for (Entry entry : entries) {
      attempt.on(entry, outcomes);
    }
    BatchTimes.record(startNanos, System.nanoTime());
    return entries.length;
  }
}
