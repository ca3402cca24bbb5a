// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them on a clock. */
final class Clock {
  private Clock() {}

  /** Minutes and seconds, as in {@code 7:05}; with hours in front from one hour on. */
  static String of(Duration duration) {
    long seconds = duration.plusMillis(500).toSeconds();
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
