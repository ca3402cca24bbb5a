// SPDX-License-Identifier: Apache-2.0
package cachemark.plan.workload;

import cachemark.plan.PlanException;
import cachemark.plan.TimeWord;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An event as a plan has it.
 *
 * @param at when, as in {@code 2s} or {@code 1500ms} after the measurement began
 * @param what happens
 */
record PlannedEvent(@Nullable String at, CacheEvent.@Nullable What what) {
  private static final Duration LATEST = Duration.ofMillis(Integer.MAX_VALUE);
  private static final int NANOS_PER_MILLI = 1_000_000;

  /** Makes an event of it. */
  static final class Converter extends StdConverter<PlannedEvent, CacheEvent> {
    @Override
    public CacheEvent convert(PlannedEvent planned) {
      String word = PlanException.present("at", planned.at);
      Duration at = TimeWord.parse(word);
      PlanException.require(
          at.compareTo(LATEST) <= 0 && at.toNanos() % NANOS_PER_MILLI == 0,
          "at is %s; whole milliseconds are needed, and no more than %d",
          word,
          LATEST.toMillis());
      return new CacheEvent((int) at.toMillis(), PlanException.present("what", planned.what));
    }
  }
}
