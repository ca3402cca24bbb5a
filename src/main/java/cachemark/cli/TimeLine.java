// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.report.TimeSpent;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where the time of a run went, in a line; what took less than half a second is left out. */
final class TimeLine {
  private static final Duration LEAST = Duration.ofMillis(500);

  private TimeLine() {}

  static String of(TimeSpent spent) {
    String parts =
        spent.parts().stream()
            .filter(part -> part.time().compareTo(LEAST) >= 0)
            .map(part -> part.name() + " " + Clock.of(part.time()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%s%s: %s; %.0f %% neither measured nor warmed up",
        Clock.of(spent.total()),
        spent.starts() == 1 ? "" : " in " + spent.starts() + " starts, without trials cut off",
        parts.isEmpty() ? "nothing" : parts,
        100 * spent.otherShare());
  }

  /** The time with what nobody has told apart, if the whole of it is known: that of one start. */
  static TimeSpent within(TimeSpent spent, Duration elapsed) {
    Duration rest = elapsed.minus(spent.total());
    return spent.starts() == 1 && !rest.isNegative() ? spent.with("the rest", rest) : spent;
  }
}
