// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import java.util.List;
import java.util.stream.Collectors;

/** Says in words what a panel of failed connections shows. */
final class Failures {
  private Failures() {}

  /** {@code finding} and, where {@code panels} count failed connections, who had them and where. */
  static Finding told(Finding finding, List<Panel> panels) {
    String words =
        panels.stream()
            .filter(panel -> panel.quantity() == Quantity.FAILED_CONNECTIONS)
            .map(Failures::words)
            .collect(Collectors.joining());
    return new Finding(finding.headline(), finding.detail() + words);
  }

  private static String words(Panel panel) {
    String failing =
        panel.series().stream()
            .filter(series -> fails(series).length > 0)
            .map(series -> series.name() + " at " + list(fails(series)) + " threads")
            .collect(Collectors.joining(", "));
    return ". Failed connections: " + (failing.isEmpty() ? "none" : failing);
  }

  private static String[] fails(Series series) {
    return series.points().stream()
        .filter(point -> point.counted().stream().anyMatch(reading -> reading.value() > 0))
        .map(point -> Digits.whole(point.x()))
        .toArray(String[]::new);
  }

  private static String list(String[] xs) {
    return String.join(", ", xs);
  }
}
