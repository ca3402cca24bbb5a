// SPDX-License-Identifier: Apache-2.0
package cachemark.report.finding;

import cachemark.report.figure.Digits;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Series;
import java.util.List;
import java.util.Optional;

/** Says in words where something happened that should not have: which series, at which x. */
public final class Failures {
  private Failures() {}

  /** What {@code panel} shows of failed connections or missed reads; empty for any other panel. */
  public static String words(Panel panel) {
    return switch (panel.quantity()) {
      case FAILED_CONNECTIONS -> ". Failed connections: " + where(panel).orElse("none");
      case MISSED_PERCENT -> where(panel).map(words -> ". Missed reads: " + words).orElse("");
      default -> "";
    };
  }

  private static Optional<String> where(Panel panel) {
    String noun = " " + panel.axis().noun();
    List<String> failing =
        panel.series().stream()
            .filter(series -> xs(series).length > 0)
            .map(series -> series.name() + " at " + String.join(", ", xs(series)) + noun)
            .toList();
    return failing.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", failing));
  }

  private static String[] xs(Series series) {
    return series.points().stream()
        .filter(point -> point.counted().stream().anyMatch(reading -> reading.value() > 0))
        .map(point -> Digits.whole(point.x()))
        .toArray(String[]::new);
  }
}
