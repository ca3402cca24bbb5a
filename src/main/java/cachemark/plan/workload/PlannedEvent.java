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

  /** Makes an event of it. */
  static final class Converter extends StdConverter<PlannedEvent, CacheEvent> {
    @Override
    public CacheEvent convert(PlannedEvent planned) {
      Duration at = TimeWord.parse(PlanException.present("at", planned.at));
      PlanException.require(
          at.compareTo(LATEST) <= 0 && at.toNanos() % 1_000_000 == 0,
          "at is %s; whole milliseconds are needed, %d at most",
          planned.at,
          Integer.MAX_VALUE);
      return new CacheEvent((int) at.toMillis(), PlanException.present("what", planned.what));
    }
  }
}
