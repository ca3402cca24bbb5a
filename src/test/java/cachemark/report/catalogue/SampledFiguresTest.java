// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import static cachemark.report.RunBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.report.RunBuilder;
import cachemark.report.SyntheticRuns;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Reading;
import cachemark.report.figure.Series;
import cachemark.result.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampledFiguresTest {
  private static final Cell GET =
      cell(
          "E1r",
          Variant.TODAY,
          "SingleThreadBenchmark.get",
          Mode.SAMPLE,
          1,
          "store=REDIS",
          "client=LETTUCE");

  private final RunBuilder run = new RunBuilder("run", 3);

  @Test
  void everyWayToShowThemIsAFigureOfTheSameTrialsAndTheSameFinding() {
    List<Figure> figures =
        Figures.of(SyntheticRuns.clients(5)).stream()
            .filter(figure -> figure.id().endsWith("-set-today"))
            .toList();

    assertThat(figures)
        .extracting(Figure::id)
        .containsExactly("latency-set-today", "percentiles-set-today", "boxes-set-today");
    assertThat(figures).extracting(Figure::finding).containsOnly(figures.get(0).finding());
    assertThat(figures).extracting(Figure::trials).containsOnly(figures.get(0).trials());
  }

  @Test
  void aCurveEndsWhereTenSamplesLieBeyond() {
    run.samples(GET, 1, upTo(1_000));

    Series curve = onlySeries("percentiles-get-today");
    assertThat(curve.points()).extracting(Point::x).startsWith(2.0).endsWith(100.0);
    assertThat(curve.at(2).orElseThrow().readings())
        .extracting(Reading::value)
        .containsExactly(500.0);
    assertThat(curve.at(100).orElseThrow().readings())
        .extracting(Reading::value)
        .containsExactly(990.0);
  }

  @Test
  void aCurveEndsWithTheRoundOfTheFewestSamples() {
    run.samples(GET, 1, upTo(10_000)).samples(GET, 2, upTo(100));

    Series curve = onlySeries("percentiles-get-today");
    assertThat(curve.points()).extracting(Point::x).endsWith(10.0);
    assertThat(curve.points()).allSatisfy(point -> assertThat(point.counted()).hasSize(2));
  }

  @Test
  void anInvalidRoundEndsNoCurve() {
    run.samples(GET, 1, upTo(1_000));
    run.add(GET, 2, 0, upTo(100), Map.of(), Verdict.INVALID, "wrong bytes");

    Series curve = onlySeries("percentiles-get-today");
    assertThat(curve.points()).extracting(Point::x).endsWith(100.0);
    assertThat(curve.at(2).orElseThrow().of(Verdict.INVALID)).hasSize(1);
  }

  @Test
  void aBarNeedsTenSamplesBeyondIt() {
    run.samples(GET, 1, upTo(9_999)).samples(GET, 2, upTo(30_000));

    Series bars = onlySeries("latency-get-today");
    assertThat(bars.points()).extracting(Point::x).containsExactly(0.0, 1.0, 2.0);
    assertThat(bars.at(2).orElseThrow().readings())
        .extracting(Reading::value)
        .containsExactly(9_900.0, 29_700.0);
  }

  @Test
  void tenSamplesBeyondAreEnoughForABar() {
    run.samples(GET, 1, upTo(10_000));

    assertThat(onlySeries("latency-get-today").at(3).orElseThrow().readings())
        .extracting(Reading::value)
        .containsExactly(9_990.0);
  }

  @Test
  void overThreadsAPercentileNeedsTenSamplesBeyondItToo() {
    for (int threads : new int[] {1, 10}) {
      Cell many =
          cell(
              "E2r",
              Variant.TODAY,
              "ConcurrencyBenchmark.get",
              Mode.SAMPLE,
              threads,
              "store=REDIS",
              "client=LETTUCE");
      run.samples(many, 1, upTo(threads == 1 ? 999 : 1_000));
    }

    List<Panel> panels =
        Figures.of(run.build()).stream()
            .filter(figure -> figure.id().equals("latency-threads-today"))
            .findFirst()
            .orElseThrow()
            .panels();
    assertThat(panels).allSatisfy(panel -> assertThat(panel.xs()).containsExactly(1, 10));
    Series p99 = panels.get(1).series().get(0);
    assertThat(p99.at(1).flatMap(Point::summary)).isEmpty();
    assertThat(p99.at(10).flatMap(Point::summary)).isPresent();
  }

  @Test
  void tooFewSamplesAreNoCurveAndNoBox() {
    run.samples(GET, 1, upTo(19));

    assertThat(onlySeries("percentiles-get-today").points()).isEmpty();
    assertThat(onlySeries("boxes-get-today").points()).isEmpty();
  }

  @Test
  void whiskersNeedMoreSamplesThanTheBox() {
    run.samples(GET, 1, upTo(199));
    assertThat(onlySeries("boxes-get-today").points())
        .extracting(Point::x)
        .containsExactly(1.0, 2.0, 3.0);
  }

  @Test
  void aBoxIsOfFivePercentiles() {
    run.samples(GET, 1, upTo(200));

    assertThat(onlySeries("boxes-get-today").points())
        .extracting(point -> point.readings().get(0).value())
        .containsExactly(10.0, 50.0, 100.0, 150.0, 190.0);
  }

  @Test
  void roundsAreSummedUpByTheirMedian() {
    run.samples(GET, 1, upTo(1_000));
    run.samples(GET, 2, upTo(2_000));
    run.samples(GET, 3, upTo(30_000));

    Panel panel = only("percentiles-get-today");
    assertThat(panel.middle(panel.series().get(0).at(2).orElseThrow())).hasValue(1_000.0);
    assertThat(panel.listed()).containsExactly(2, 10, 100);
  }

  private Series onlySeries(String id) {
    return only(id).series().get(0);
  }

  private Panel only(String id) {
    return Figures.of(run.build()).stream()
        .filter(figure -> figure.id().equals(id))
        .findFirst()
        .orElseThrow()
        .panels()
        .get(0);
  }

  /** One sample at every whole number of microseconds. */
  private static List<List<Long>> upTo(long micros) {
    return LongStream.rangeClosed(1, micros).mapToObj(i -> List.of(1_000 * i, 1L)).toList();
  }
}
