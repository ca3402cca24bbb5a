// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import static cachemark.report.RunBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Series;
import cachemark.stats.Ratio;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Speeds are drawn where the report of a run has the cells themselves. */
class SpeedFiguresTest {
  private final Map<Cell, Ratio> speeds = new LinkedHashMap<>();

  @Test
  void speedsLieOverTheAxisOfTheFigure() {
    batch("REDIS", 10_000, 0.5, 0.5, 0.51, 0.49, 0.5);
    batch("REDIS", 1_000, 0.9, 1.1, 1, 1.05, 0.95);
    batch("MEMCACHED", 1_000, 2, 2);

    Figure figure = only();
    assertThat(figure.id()).isEqualTo("speed-figure-3.3.1-today");
    assertThat(figure.heading()).isEqualTo("Single-thread set, kept connections");
    assertThat(figure.finding().headline()).isEqualTo("a detectable difference in 1 of 2");
    Panel panel = figure.panels().get(0);
    assertThat(panel.growsByFactors()).isTrue();
    assertThat(panel.references()).extracting(Panel.Reference::value).containsExactly(1.0);
    assertThat(panel.series())
        .extracting(s -> s.key().subject().label())
        .containsExactly("memcached", "Redis");
    Series redis = panel.series().get(1);
    assertThat(redis.points()).extracting(Point::x).containsExactly(1_000.0, 10_000.0);
    assertThat(redis.at(10_000).flatMap(Point::summary).orElseThrow().interval()).isPresent();
    assertThat(panel.series().get(0).at(1_000).flatMap(Point::summary).orElseThrow().interval())
        .isEmpty();
  }

  @Test
  void whatSeveralFiguresShowHasOneSpeed() {
    speeds.put(read(1_000), ratio(1, 1));
    speeds.put(read(2_000), ratio(1, 1));

    assertThat(only().id()).isEqualTo("speed-figure-3.3.5-today");
  }

  @Test
  void sampledTimesAreComparedByTheirMean() {
    speeds.put(timed(Mode.SAMPLE), ratio(1.2, 1.2));

    Figure figure = only();
    assertThat(figure.id()).isEqualTo("speed-latency-get-today");
    assertThat(figure.panels().get(0).axis().text(0)).isEqualTo("mean");
    assertThat(figure.caption()).endsWith("it is their mean that is compared.");
    assertThat(figure.finding().headline()).isEmpty();
  }

  @Test
  void otherConditionsAreAnotherFigure() {
    batch("REDIS", 1_000, 1, 1);
    speeds.put(timed(Mode.THROUGHPUT), ratio(1, 1));

    assertThat(SpeedFigures.of("BASE", speeds).keySet())
        .extracting(Figure::id)
        .containsExactly("speed-figure-3.3.1-today", "speed-throughput-single-today");
  }

  @Test
  void whatNoFigureKnowsIsInNone() {
    speeds.put(cell("X1", Variant.TODAY, "A.b", Mode.BATCH, 1, "store=REDIS"), ratio(1, 1));
    assertThat(SpeedFigures.of("BASE", speeds)).isEmpty();
  }

  @Test
  void aFigureNamesItsCellsAndItsBase() {
    batch("REDIS", 1_000, 1, 1);
    Map<Figure, List<Cell>> figures = SpeedFigures.of("store=MEMCACHED", speeds);
    assertThat(figures.values()).containsExactly(List.copyOf(speeds.keySet()));
    assertThat(figures.keySet().iterator().next().finding().detail())
        .contains("NEW is faster than store=MEMCACHED");
  }

  private Figure only() {
    Map<Figure, List<Cell>> figures = SpeedFigures.of("BASE", speeds);
    assertThat(figures).hasSize(1);
    return figures.keySet().iterator().next();
  }

  private void batch(String store, int operations, double... ratios) {
    speeds.put(
        cell(
            "E1w",
            Variant.TODAY,
            "SingleThreadBenchmark.setBatch",
            Mode.BATCH,
            1,
            "store=" + store,
            "client=" + (store.equals("REDIS") ? "LETTUCE" : "XMEMCACHED"),
            "connections=KEPT",
            "operations=" + operations),
        ratio(ratios));
  }

  private static Cell read(int rows) {
    return cell(
        "E4",
        Variant.TODAY,
        "DatabaseReadBenchmark.readBatch",
        Mode.BATCH,
        1,
        "cache=REDIS",
        "client=LETTUCE",
        "connections=KEPT",
        "operations=" + rows);
  }

  private static Cell timed(Mode mode) {
    return cell(
        "E1r",
        Variant.TODAY,
        "SingleThreadBenchmark.get",
        mode,
        1,
        "store=REDIS",
        "client=LETTUCE");
  }

  private static Ratio ratio(double... values) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    return Ratio.ofPairs(values, ones).orElseThrow();
  }
}
