// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import static cachemark.report.RunBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Placement;
import cachemark.plan.Variant;
import cachemark.report.RunBuilder;
import cachemark.report.SyntheticRuns;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Reading;
import cachemark.report.figure.Series;
import cachemark.result.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private final RunBuilder run = new RunBuilder("run", 5);

  @Test
  void anInvalidTrialIsShownAndNeverCounted() {
    Cell redis = batch("REDIS", Placement.SAME);
    run.score(redis, 1, 1.0).score(redis, 2, 3.0);
    run.add(redis, 3, 1000, List.of(), Map.of(), Verdict.INVALID, "wrong bytes");

    Point point = onlyPoint();
    assertThat(point.summary().orElseThrow().mean()).isCloseTo(2.0, within(1e-12));
    assertThat(point.of(Verdict.INVALID)).extracting(Reading::value).containsExactly(1000.0);
  }

  @Test
  void aSuspectTrialCounts() {
    Cell redis = batch("REDIS", Placement.SAME);
    run.score(redis, 1, 1.0);
    run.add(redis, 2, 3.0, List.of(), Map.of(), Verdict.SUSPECT, "busy");

    assertThat(onlyPoint().summary().orElseThrow().mean()).isCloseTo(2.0, within(1e-12));
  }

  @Test
  void aTrialWithoutAValueIsNoPoint() {
    run.add(batch("REDIS", Placement.SAME), 1, Double.NaN, List.of(), Map.of(), Verdict.INVALID);

    Series series = onlyFigure().panels().get(0).series().get(0);
    assertThat(series.points()).isEmpty();
  }

  @Test
  void aPointOfInvalidTrialsAloneHasNoMean() {
    run.add(batch("REDIS", Placement.SAME), 1, 2, List.of(), Map.of(), Verdict.INVALID, "why");

    assertThat(onlyPoint().summary()).isEmpty();
  }

  @Test
  void placementsAreNeverMixed() {
    run.score(batch("REDIS", Placement.SAME), 1, 1.0);
    run.score(batch("REDIS", Placement.FREE), 1, 2.0);

    List<Figure> figures = Figures.of(run.build());
    assertThat(figures)
        .extracting(Figure::id)
        .containsExactly("figure-3.3.1-report-free", "figure-3.3.1-report-same");
    for (Figure figure : figures) {
      assertThat(figure.trials()).extracting(t -> t.cell().placement()).hasSize(1);
    }
  }

  @Test
  void namesNoWinnerWhenTheIntervalHoldsOne() {
    pairs(new double[] {0.9, 1.1, 0.95, 1.05, 1.0});

    Finding finding = onlyFigure().finding();
    assertThat(finding.headline())
        .isEqualTo("no detectable difference between memcached and Redis");
  }

  @Test
  void namesTheWinnerWhenTheIntervalLeavesOneOut() {
    pairs(new double[] {1.19, 1.2, 1.21, 1.2, 1.2});

    assertThat(onlyFigure().finding().headline()).isEqualTo("memcached 1.20× as fast as Redis");
  }

  @Test
  void turnsTheRatioRoundWhenTheOtherWins() {
    pairs(new double[] {0.5, 0.51, 0.49, 0.5, 0.5});

    assertThat(onlyFigure().finding().headline()).isEqualTo("Redis 2.00× as fast as memcached");
  }

  @Test
  void doesNotBoastOfALittle() {
    pairs(new double[] {1.01, 1.01, 1.011, 1.009, 1.01});

    assertThat(onlyFigure().finding().headline())
        .isEqualTo("memcached and Redis differ by less than 2 %");
  }

  @Test
  void namesNoWinnerBelowFiveRounds() {
    pairs(new double[] {2, 2, 2, 2});

    Finding finding = onlyFigure().finding();
    assertThat(finding.headline()).isEmpty();
    assertThat(finding.detail()).contains("4 rounds", "too few for an interval", "2.00");
  }

  @Test
  void comparesOnlyRoundsThatBothSidesHave() {
    pairs(new double[] {2, 2, 2, 2});
    run.score(batch("REDIS", Placement.SAME), 9, 77);

    assertThat(onlyFigure().finding().detail())
        .contains("4 rounds")
        .contains("2.00 (2.00 to 2.00)");
  }

  @Test
  void moreIsBetterForThroughput() {
    for (int round = 1; round <= 5; round++) {
      run.score(throughput("MEMCACHED"), round, 2000);
      run.score(throughput("REDIS"), round, 1000);
    }
    assertThat(onlyFigure().finding().headline())
        .isEqualTo("memcached 2.00× as fast as Redis (get)");
  }

  @Test
  void saysWhereTheLeadChanges() {
    for (int round = 1; round <= 5; round++) {
      run.score(threads("MEMCACHED", 1), round, 2 + 0.01 * round);
      run.score(threads("REDIS", 1), round, 1);
      run.score(threads("MEMCACHED", 50), round, 1);
      run.score(threads("REDIS", 50), round, 2 + 0.01 * round);
    }
    assertThat(onlyFigure().finding().headline())
        .isEqualTo("set, memcached ahead at 50, Redis ahead at 1 threads");
  }

  @Test
  void namesNoWinnerWhereHitRatesDiffer() {
    reads(Map.of("hits", 1000L), Map.of("hits", 831L, "misses", 169L));

    assertThat(onlyFigure().finding().headline())
        .isEqualTo(
            "no winner between memcached and Redis, for their hit rates differ: 100 % and 83.1 %");
  }

  @Test
  void namesNoWinnerWhereSomeDeliveredLess() {
    reads(Map.of("hits", 1000L), Map.of("hits", 900L, "refused", 100L));

    assertThat(onlyFigure().finding().headline())
        .endsWith("for their bytes per operation differ: 32 and 28.8");
  }

  @Test
  void namesTheWinnerWhereBothDidTheSame() {
    reads(Map.of("hits", 1000L), Map.of("hits", 999L, "misses", 1L));

    assertThat(onlyFigure().finding().headline()).isEqualTo("memcached 2.00× as fast as Redis");
  }

  /** Five rounds of a thousand reads with what became of them. */
  private void reads(Map<String, Long> ofMemcached, Map<String, Long> ofRedis) {
    for (int round = 1; round <= 5; round++) {
      run.add(getBatch("MEMCACHED"), round, 1, List.of(), ofMemcached, Verdict.VALID);
      run.add(getBatch("REDIS"), round, 2, List.of(), ofRedis, Verdict.VALID);
    }
  }

  @Test
  void failedConnectionsAreSummedOverTheirCauses() {
    Map<String, Long> outcomes =
        Map.of(
            "refused",
            1L,
            "connectTimeout",
            2L,
            "lost",
            4L,
            "clientPorts",
            8L,
            "clientFiles",
            16L,
            "answerTimeout",
            1000L,
            "stored",
            5000L);
    run.add(threads("REDIS", 20), 1, 1.0, List.of(), outcomes, Verdict.VALID);

    Panel failures = onlyFigure().panels().get(1);
    assertThat(failures.series().get(0).points().get(0).readings().get(0).value()).isEqualTo(31);
  }

  @Test
  void aWholeRunHasEveryFigureInBothVariants() {
    assertThat(Figures.of(SyntheticRuns.whole("whole", 3, 1.1))).hasSize(24);
  }

  private void pairs(double[] redisSeconds) {
    for (int i = 0; i < redisSeconds.length; i++) {
      run.score(batch("MEMCACHED", Placement.SAME), i + 1, 1.0);
      run.score(batch("REDIS", Placement.SAME), i + 1, redisSeconds[i]);
    }
  }

  private Figure onlyFigure() {
    List<Figure> figures = Figures.of(run.build());
    assertThat(figures).hasSize(1);
    return figures.get(0);
  }

  private Point onlyPoint() {
    return onlyFigure().panels().get(0).series().get(0).points().get(0);
  }

  private static Cell batch(String store, Placement placement) {
    return cell(
        "E1w",
        Variant.REPORT,
        "SingleThreadBenchmark.setBatch",
        Mode.BATCH,
        1,
        placement,
        "store=" + store,
        "client=WIRE",
        "connections=PER_OP",
        "operations=1000");
  }

  private static Cell getBatch(String store) {
    return cell(
        "E1r",
        Variant.REPORT,
        "SingleThreadBenchmark.getBatch",
        Mode.BATCH,
        1,
        "store=" + store,
        "client=WIRE",
        "operations=1000",
        "valueBytes=32");
  }

  private static Cell throughput(String store) {
    return cell(
        "E1r",
        Variant.REPORT,
        "SingleThreadBenchmark.get",
        Mode.THROUGHPUT,
        1,
        "store=" + store,
        "client=WIRE");
  }

  private static Cell threads(String store, int threads) {
    return cell(
        "E2w",
        Variant.REPORT,
        "ConcurrencyBenchmark.setBatch",
        Mode.BATCH,
        threads,
        "store=" + store,
        "client=WIRE");
  }
}
