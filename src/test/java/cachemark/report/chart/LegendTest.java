// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.report.figure.Axis;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Named;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Quantity;
import cachemark.report.figure.Reading;
import cachemark.report.figure.Series;
import cachemark.report.figure.SeriesKey;
import cachemark.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegendTest {
  @Test
  void barsShowSingleRoundsBesideTheirIntervals() {
    assertThat(Legend.of(figure(Axis.OPERATION, 0, 5), false))
        .isEqualTo(
            "Bars: means over the rounds · whiskers: their 95 % intervals"
                + " · small marks: single rounds");
  }

  @Test
  void aPercentileThatIsLeftOutIsTold() {
    assertThat(Legend.of(figure(Axis.PERCENTILE, 0, 5), false))
        .endsWith("left out: percentiles that fewer than 10 samples of a round lie beyond");
  }

  @Test
  void linesShowTheirBandsAlone() {
    assertThat(Legend.of(figure(Axis.THREADS, 1, 5), false)).doesNotContain("small marks");
    assertThat(Legend.of(figure(Axis.THREADS, 1, 4), false)).contains("small marks: single rounds");
  }

  @Test
  void curvesSayWhatTheirBandsHold() {
    assertThat(Legend.of(figure(Axis.TAIL, 2, 7), false))
        .startsWith("Lines: medians over the rounds · bands: lowest to highest round · ");
    assertThat(Legend.of(figure(Axis.TAIL, 2, 8), false)).contains("the middle half of the rounds");
    assertThat(Legend.of(figure(Axis.TAIL, 2, 1), false))
        .startsWith("Lines: the only round · ")
        .doesNotContain("bands");
  }

  @Test
  void aSeriesWithoutACurveIsNamed() {
    assertThat(Legend.of(figure(Axis.TAIL, 2, 0), false))
        .endsWith("too few samples for a curve: Redis");
  }

  @Test
  void boxesSayWhereTheyEnd() {
    assertThat(Legend.of(figure(Axis.BOX, 2, 2), false))
        .isEqualTo(
            "Boxes: p25 to p75, in them p50, whiskers: p5 to p95, each the median over the rounds"
                + " · small marks: p50 of single rounds");
  }

  @Test
  void whatIsInvalidEntersNoMedianOfSamples() {
    List<Reading> invalid = List.of(new Reading(1, 5, Verdict.INVALID));
    assertThat(Legend.of(figure(Axis.BOX, List.of(new Point(2, invalid))), false))
        .endsWith("×: an invalid trial, in no median (at the right edge: there or beyond)");
    assertThat(Legend.of(figure(Axis.THREADS, List.of(new Point(2, invalid))), false))
        .endsWith("×: an invalid trial, in no mean (at the upper edge: there or beyond)");
  }

  /** Two points of so many rounds, or none. */
  private static Figure figure(Axis axis, double x, int rounds) {
    List<Reading> readings = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      readings.add(new Reading(round, 10 + round, Verdict.VALID));
    }
    return figure(
        axis,
        rounds == 0 ? List.of() : List.of(new Point(x, readings), new Point(x + 1, readings)));
  }

  private static Figure figure(Axis axis, List<Point> points) {
    SeriesKey key = new SeriesKey(new Named("REDIS", "Redis"), Named.NOTHING, "");
    Series series = new Series(key, "Redis", "", 0, points);
    return new Figure(
        "id",
        "Heading",
        new Finding(List.of(), ""),
        "",
        List.of(),
        List.of(new Panel("", Quantity.SERVICE_MICROS, axis, List.of(series), List.of())),
        List.of(),
        List.of());
  }
}
