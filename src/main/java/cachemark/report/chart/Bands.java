// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Reading;
import cachemark.stats.Spread;

/** How far the bands of curves of sampled times reach: one rule for all of a panel. */
final class Bands {
  private final boolean quartiles;

  Bands(Panel panel) {
    this.quartiles =
        panel.series().stream()
            .flatMap(series -> series.points().stream())
            .allMatch(point -> point.counted().size() >= Spread.FEWEST_FOR_QUARTILES);
  }

  /** Whether they hold the middle half of the rounds, and not all of them. */
  boolean quartiles() {
    return quartiles;
  }

  /** The band at a point of 1 round or more. */
  Spread at(Point point) {
    double[] values = point.counted().stream().mapToDouble(Reading::value).toArray();
    return quartiles ? Spread.quartiles(values) : Spread.ends(values);
  }
}
