// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Placement;
import cachemark.plan.Variant;
import cachemark.report.RunBuilder;
import cachemark.result.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MeasurandTest {
  private static final Measurand STORES =
      SpeedRatio.ofStores(Slice.today("E1r"), "MEMCACHED", "REDIS");
  private static final Measurand ALONE =
      SpeedRatio.ofCaches(Slice.report("E4"), "MEMCACHED", "NONE");

  private final RunBuilder run = new RunBuilder("run", 5);

  @Test
  void sizesArePooledAsAGeometricMean() {
    five(get("MEMCACHED", "XMEMCACHED", Placement.SAME, 100), 1);
    five(get("REDIS", "LETTUCE", Placement.SAME, 100), 2);
    five(get("MEMCACHED", "XMEMCACHED", Placement.SAME, 200), 1);
    five(get("REDIS", "LETTUCE", Placement.SAME, 200), 8);
    assertThat(texts(STORES)).containsExactly("4.00 (4.00 to 4.00) over 5 rounds");
  }

  @Test
  void aSizeThatOneSideLacksCountsNothing() {
    five(get("MEMCACHED", "WIRE", Placement.SAME, 100), 1);
    five(get("REDIS", "WIRE", Placement.SAME, 100), 2);
    five(get("REDIS", "WIRE", Placement.SAME, 200), 9);
    assertThat(texts(STORES)).containsExactly("2.00 (2.00 to 2.00) over 5 rounds");
  }

  @Test
  void placementsAndKindsOfClientsAreNeverMixed() {
    for (Placement placement : List.of(Placement.SAME, Placement.FREE)) {
      five(get("MEMCACHED", "WIRE", placement, 100), 1);
      five(get("REDIS", "WIRE", placement, 100), placement == Placement.SAME ? 2 : 0.5);
    }
    five(get("REDIS", "LETTUCE", Placement.FREE, 100), 7);
    five(get("MEMCACHED", "XMEMCACHED", Placement.FREE, 100), 1);
    assertThat(texts(STORES))
        .containsExactlyInAnyOrder(
            "client and servers on one core thin socket 2.00 (2.00 to 2.00) over 5 rounds",
            "client and servers on any core thin socket 0.50 (0.50 to 0.50) over 5 rounds",
            "client and servers on any core production library 7.00 (7.00 to 7.00) over 5 rounds");
  }

  @Test
  void roundsAreComparedInPairs() {
    for (int round = 1; round <= 5; round++) {
      run.score(get("MEMCACHED", "WIRE", Placement.SAME, 100), round, round);
      run.score(get("REDIS", "WIRE", Placement.SAME, 100), 6 - round, 3 * (6 - round));
    }
    assertThat(texts(STORES)).containsExactly("3.00 (3.00 to 3.00) over 5 rounds");
  }

  @Test
  void fewRoundsAreShownWithoutAnInterval() {
    run.score(get("MEMCACHED", "WIRE", Placement.SAME, 100), 1, 1);
    run.score(get("REDIS", "WIRE", Placement.SAME, 100), 1, 2);
    assertThat(texts(STORES)).containsExactly("2.00 in 1 round");
    run.score(get("MEMCACHED", "WIRE", Placement.SAME, 100), 2, 1);
    run.score(get("REDIS", "WIRE", Placement.SAME, 100), 2, 8);
    assertThat(texts(STORES))
        .containsExactly("4.00 (2.00 to 8.00, lowest and highest) over 2 rounds");
  }

  @Test
  void ofCachesOnlyTheReportsExpiriesCount() {
    five(row("NONE", "none"), 6);
    five(row("MEMCACHED", "60s"), 2);
    five(row("MEMCACHED", "none"), 100);
    assertThat(texts(ALONE)).containsExactly("3.00 (3.00 to 3.00) over 5 rounds");
  }

  @Test
  void aTableAloneBelongsWithEveryExpiry() {
    five(row("NONE", "none"), 6);
    five(row("NONE", "60s"), 60);
    five(row("MEMCACHED", "60s"), 2);
    assertThat(texts(ALONE)).hasSize(1);
  }

  @Test
  void withThreadsAnOperationTakesTheTimeOfAll() {
    Measurand growth = new Growth(Slice.report("E2r"), "threads", 11);
    five(threads(1), 1);
    five(threads(50), 100);
    assertThat(texts(growth)).containsExactly("2.00 (2.00 to 2.00) over 5 rounds");
  }

  @Test
  void growthNeedsTwoEndsAndItsReach() {
    Measurand growth = new Growth(Slice.report("E2r"), "threads", 11);
    five(threads(50), 100);
    assertThat(growth.in(run.build().trials())).isEmpty();
    five(threads(10), 20);
    assertThat(growth.in(run.build().trials())).hasSize(1);
    assertThat(new Growth(Slice.report("E2r"), "threads", 51).in(run.build().trials())).isEmpty();
  }

  @Test
  void ofSeveralRatesTheBestCounts() {
    for (String method : List.of("get", "set")) {
      for (int round = 1; round <= 5; round++) {
        double rate = method.equals("get") ? 70_000 : 90_000;
        run.score(
            RunBuilder.cell(
                "C14", Variant.TODAY, "PipelineBenchmark." + method, Mode.THROUGHPUT, 4),
            round,
            rate + 1_000 * (round - 3));
      }
    }
    List<Amount> best =
        new BestRate(Slice.today("C14").in(Mode.THROUGHPUT)).in(run.build().trials());
    assertThat(best).hasSize(1);
    assertThat(best.get(0).text())
        .isEqualTo("set by 4 threads 90,000 (88,000 to 92,000) ops/s over 5 rounds");
    assertThat(best.get(0).interval().orElseThrow().low()).isCloseTo(88_037, within(1.0));
  }

  @Test
  void countsAddUpOverTrials() {
    Cell cell = threads(50);
    for (int round = 1; round <= 2; round++) {
      run.add(
          cell, round, 1, List.of(), Map.of("refused", 1_200L, "clientPorts", 1L), Verdict.SUSPECT);
    }
    assertThat(texts(new Count(Slice.report("E2r"), Event.FAILED_CONNECTION)))
        .containsExactly("2,402 in 2 trials");
  }

  private List<String> texts(Measurand measurand) {
    return measurand.in(run.build().trials()).stream().map(Amount::text).toList();
  }

  private void five(Cell cell, double seconds) {
    Stream.of(1, 2, 3, 4, 5).forEach(round -> run.score(cell, round, seconds));
  }

  private static Cell get(String store, String client, Placement placement, int operations) {
    return RunBuilder.cell(
        "E1r",
        Variant.TODAY,
        "SingleThreadBenchmark.getBatch",
        Mode.BATCH,
        1,
        placement,
        "store=" + store,
        "client=" + client,
        "connections=KEPT",
        "operations=" + operations);
  }

  private static Cell row(String cache, String ttl) {
    return RunBuilder.cell(
        "E4",
        Variant.REPORT,
        "DatabaseReadBenchmark.readBatch",
        Mode.BATCH,
        1,
        "cache=" + cache,
        "ttl=" + ttl,
        "policy=REPORT",
        "connections=PER_OP",
        "operations=100");
  }

  private static Cell threads(int threads) {
    return RunBuilder.cell(
        "E2r",
        Variant.REPORT,
        "ConcurrencyBenchmark.getBatch",
        Mode.BATCH,
        threads,
        "store=MEMCACHED",
        "connections=PER_OP",
        "operations=100");
  }
}
