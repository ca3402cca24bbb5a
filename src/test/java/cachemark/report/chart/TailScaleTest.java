// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachemark.report.figure.Axis;
import cachemark.report.figure.Named;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Quantity;
import cachemark.report.figure.Rarity;
import cachemark.report.figure.Reading;
import cachemark.report.figure.Series;
import cachemark.report.figure.SeriesKey;
import cachemark.result.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TailScaleTest {
  private static final double WIDTH = 500;

  @Test
  void tenTimesAsRareIsAlwaysTheSameDistance() {
    Scale x = frame(2, 10_000).x();

    double decade = x.at(Rarity.of(99)) - x.at(Rarity.of(90));
    assertThat(x.at(Rarity.of(99.9)) - x.at(Rarity.of(99))).isCloseTo(decade, within(1e-6));
    assertThat(x.at(Rarity.of(99.99)) - x.at(Rarity.of(99.9))).isCloseTo(decade, within(1e-6));
    assertThat(x.at(Rarity.of(90)) - x.at(Rarity.of(50)))
        .isCloseTo(decade * Math.log10(5), within(1e-6));
    assertThat(x.at(Rarity.of(50))).isBetween(0.0, 20.0);
    assertThat(x.at(Rarity.of(99.99))).isBetween(WIDTH - 20, WIDTH);
  }

  @Test
  void theNextLabelIsShownWhereItIsNear() {
    assertThat(frame(2, 100, 800).x().high()).isGreaterThan(1_000);
    assertThat(frame(2, 100, 300).x().high()).isBetween(300.0, 400.0);
    assertThat(frame().x().high()).isGreaterThan(10);
  }

  @Test
  void aTailGrowsByFactorsAndShowsLevelsThatLieFarBelow() {
    Panel panel = panel(new Panel.Reference("echo", 3), 2, 10, 100);
    assertThat(panel.growsByFactors()).isTrue();
    assertThat(Frame.of(panel, WIDTH, 300, true).height(3)).isGreaterThan(1);
  }

  @Test
  void bandsHoldAllRoundsUntilThereAreEight() {
    assertThat(bands(7).quartiles()).isFalse();
    assertThat(bands(7).at(point(2, 7)).low()).isEqualTo(100);
    assertThat(bands(7).at(point(2, 7)).high()).isEqualTo(106);
    assertThat(bands(8).quartiles()).isTrue();
    assertThat(bands(8).at(point(2, 8)).low()).isBetween(101.0, 102.0);
    assertThat(bands(8).at(point(2, 8)).high()).isBetween(105.0, 106.0);
  }

  @Test
  void equalRoundsOfABarLieSideBySide() {
    double[] few = BarPlotter.sideBySide(100, 40, 3);
    assertThat(few).containsExactly(94.5, 100, 105.5);
    double[] many = BarPlotter.sideBySide(100, 40, 20);
    assertThat(Arrays.stream(many).distinct()).hasSize(20);
    assertThat(Arrays.stream(many)).allMatch(x -> x > 80 && x < 120);
    assertThat(BarPlotter.sideBySide(100, 40, 0)).isEmpty();
  }

  private static Bands bands(int rounds) {
    return new Bands(panel(List.of(point(2, rounds)), List.of()));
  }

  private static Frame frame(double... xs) {
    return Frame.of(panel(new Panel.Reference("echo", 40), xs), WIDTH, 300, true);
  }

  private static Panel panel(Panel.Reference level, double... xs) {
    List<Point> points = Arrays.stream(xs).mapToObj(x -> point(x, 5)).toList();
    return panel(points, List.of(level));
  }

  private static Panel panel(List<Point> points, List<Panel.Reference> levels) {
    SeriesKey key = new SeriesKey(new Named("REDIS", "Redis"), Named.NOTHING, "");
    Series series = new Series(key, "Redis", "", 0, points);
    return new Panel("", Quantity.SERVICE_MICROS, Axis.TAIL, List.of(series), levels);
  }

  /** A point of so many rounds, from 100 µs up in steps of one. */
  private static Point point(double x, int rounds) {
    return new Point(
        x,
        IntStream.range(0, rounds)
            .mapToObj(i -> new Reading(i + 1, 100 + i, Verdict.VALID))
            .toList());
  }
}
