// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachemark.report.figure.Axis;
import cachemark.report.figure.Named;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Quantity;
import cachemark.report.figure.Reading;
import cachemark.report.figure.Series;
import cachemark.report.figure.SeriesKey;
import cachemark.result.Verdict;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final Axis AXIS =
      new Axis(
          "Operation",
          "",
          List.of("GET", "SET", "TOUCH", "LPUSH"),
          List.of(0, 1, 2, 3),
          List.of("Strings", "Strings", "Strings", "Lists"));

  @Test
  void theQuickestComesFirstInItsGroupAndWhatWasNotMeasuredNotAtAll() {
    Rows rows = new Rows(panel(AXIS, point(0, 9), point(1, 5), point(3, 1)));

    assertThat(rows.middles().keySet()).containsExactly(1, 0, 3);
    assertThat(rows.headers().keySet()).containsExactly("Strings", "Lists");
    assertThat(rows.headers().get("Lists")).isLessThan(rows.middles().get(3));
    assertThat(rows.height()).isGreaterThan(rows.middles().get(3));
  }

  @Test
  void whatHasOnlyInvalidTrialsComesLastOfItsGroup() {
    Point invalid = new Point(0, List.of(new Reading(1, 0.1, Verdict.INVALID)));
    Rows rows = new Rows(panel(AXIS, invalid, point(1, 5)));

    assertThat(rows.middles().keySet()).containsExactly(1, 0);
  }

  @Test
  void rowsThatLieFarApartGrowByFactors() {
    assertThat(panel(AXIS, point(0, 1), point(1, 5)).growsByFactors()).isFalse();
    assertThat(panel(AXIS, point(0, 1), point(1, 50)).growsByFactors()).isTrue();
  }

  @Test
  void aScaleOfFactorsBearsIntervalsThatReachZero() {
    Panel panel = panel(Axis.ELEMENTS, point(10, 1, 1, 1, 1, 1), point(100, 0.1, 0.1, 0.1, 0.1, 9));
    Frame frame = Frame.of(panel, 500, 300, true);

    assertThat(frame.y().low()).isCloseTo(0.1 / 1.6, within(1e-9));
    assertThat(frame.height(-3)).isZero();
    assertThat(frame.height(0)).isZero();
    assertThat(frame.height(9)).isBetween(0.0, 300.0);
  }

  private static Panel panel(Axis axis, Point... points) {
    SeriesKey key = new SeriesKey(new Named("REDIS", "Redis"), Named.NOTHING, "");
    return new Panel(
        "",
        Quantity.OPERATION_MICROS,
        axis,
        List.of(new Series(key, "Redis", "", 0, List.of(points))),
        List.of());
  }

  private static Point point(double x, double... values) {
    return new Point(
        x,
        DoubleStream.of(values).mapToObj(value -> new Reading(1, value, Verdict.VALID)).toList());
  }
}
