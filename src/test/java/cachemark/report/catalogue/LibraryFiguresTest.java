// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import static cachemark.report.RunBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Placement;
import cachemark.plan.Variant;
import cachemark.report.RunBuilder;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.result.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LibraryFiguresTest {
  private static final long OPERATIONS = 1_000;

  private final RunBuilder run = new RunBuilder("run", 5);

  @Test
  void everyClientHasItsPlaceAndEveryMeasureItsPanel() {
    one("MEMCACHED", "WIRE", 10_000, 20);
    one("MEMCACHED", "SPYMEMCACHED", 30_000, 50);
    one("REDIS", "WIRE", 11_000, 21);
    one("REDIS", "JEDIS", 12_000, 22);

    List<Panel> panels = figures().get(0).panels();
    assertThat(panels).extracting(Panel::title).containsExactly("Client CPU", "p50", "p99");
    assertThat(means(panels.get(0), 0)).containsExactly(10.0, 30.0);
    assertThat(means(panels.get(0), 1)).containsExactly(11.0, 12.0);
    assertThat(means(panels.get(1), 0)).containsExactly(20.0, 50.0);
    assertThat(panels.get(0).series().get(0).points())
        .extracting(point -> panels.get(0).axis().text(point.x()))
        .containsExactly("thin socket", "spymemcached");
  }

  @Test
  void eachClientIsComparedWithTheLeanestOfItsStore() {
    one("MEMCACHED", "WIRE", 10_000, 20);
    one("MEMCACHED", "XMEMCACHED", 25_000, 50);
    one("REDIS", "WIRE", 10_000, 20);
    one("REDIS", "JEDIS", 10_000, 20);
    one("REDIS", "LETTUCE", 40_000, 20);

    Figure figure = figures().get(0);
    assertThat(figure.finding().headline())
        .isEqualTo(
            "for memcached thin socket leanest, XMemcached 2.50× as much CPU;"
                + " for Redis thin socket or Jedis leanest, Lettuce 4.00× as much CPU");
    assertThat(figure.finding().detail())
        .contains("memcached over thin socket (95 % interval over 5 rounds): XMemcached 2.50 (")
        .contains("Redis over thin socket (95 % interval over 5 rounds): Jedis 1.00 (");
  }

  @Test
  void whoCannotBeToldApartIsNotCalledTheLeanest() {
    one("REDIS", "WIRE", 10_000, 20);
    one("REDIS", "JEDIS", 10_000, 20);

    assertThat(figures().get(0).finding().headline())
        .isEqualTo("for Redis no detectable difference of thin socket from Jedis");
  }

  @Test
  void oneClientOfAStoreIsNoFigure() {
    one("MEMCACHED", "XMEMCACHED", 10_000, 20);
    one("REDIS", "LETTUCE", 10_000, 20);

    assertThat(figures()).isEmpty();
  }

  @Test
  void theProductionLibrariesOfAnotherExperimentStandBesideTheOthers() {
    one("REDIS", "WIRE", 10_000, 20);
    for (int round = 1; round <= 5; round++) {
      trial("E1r", "REDIS", "LETTUCE", "KEPT", 1, round, 40_000, 20);
    }

    assertThat(means(figures().get(0).panels().get(0), 0)).containsExactly(10.0, 40.0);
  }

  @Test
  void pipelinesHaveTheirOwnFigureOverHowManyGoAtOnce() {
    for (String client : List.of("WIRE", "WIRE_META")) {
      for (int pipeline : new int[] {1, 32}) {
        Cell cell =
            cell(
                "C14",
                Variant.TODAY,
                "PipelineBenchmark.get",
                Mode.THROUGHPUT,
                4,
                "store=MEMCACHED",
                "client=" + client,
                "connections=KEPT",
                "pipeline=" + pipeline);
        run.costs(cell, 1, List.of(), costs(1_000L * pipeline), Verdict.VALID);
      }
    }

    Figure figure =
        Figures.of(run.build()).stream()
            .filter(one -> one.id().equals("pipelines-get-today"))
            .findFirst()
            .orElseThrow();
    assertThat(figure.panels())
        .extracting(Panel::title)
        .containsExactly("Throughput", "Client CPU", "Server CPU");
    assertThat(figure.panels().get(1).series()).hasSize(2);
    assertThat(figure.panels().get(1).series().get(0).points())
        .extracting(Point::x)
        .containsExactly(1.0, 32.0);
    assertThat(means(figure.panels().get(1), 1)).containsExactly(1.0, 32.0);
  }

  @Test
  void fewRoundsNameNoRatio() {
    trial("REDIS", "WIRE", "KEPT", 1, 1, 10_000, 20);
    trial("REDIS", "LETTUCE", "KEPT", 1, 1, 40_000, 20);

    assertThat(figures().get(0).finding().headline()).isEmpty();
    assertThat(figures().get(0).finding().detail()).contains("too few for an interval", "4.00");
  }

  @Test
  void thinSocketsOfManyThreadsStandBesideThoseWhoShare() {
    trial("REDIS", "WIRE", "KEPT", 50, 1, 10_000, 20);
    trial("REDIS", "LETTUCE", "SHARED", 50, 1, 40_000, 20);
    trial("REDIS", "JEDIS", "KEPT", 50, 1, 12_000, 20);

    assertThat(figures()).hasSize(1);
    assertThat(figures().get(0).panels().get(0).series().get(0).points()).hasSize(2);
  }

  @Test
  void theFloorIsALineInEveryPanel() {
    echo();
    one("REDIS", "WIRE", 10_000, 20);
    one("REDIS", "JEDIS", 10_000, 20);

    List<Panel> panels = figures().get(0).panels();
    assertThat(panels.get(0).references()).extracting(Panel.Reference::value).containsExactly(4.0);
    assertThat(panels.get(1).references()).extracting(Panel.Reference::value).containsExactly(15.0);
    assertThat(panels.get(2).references()).extracting(Panel.Reference::value).containsExactly(40.0);
  }

  private void echo() {
    Cell echo = cell("floor", Variant.FLOOR, "FloorBenchmark.echo", Mode.SAMPLE, 1, Placement.SAME);
    List<List<Long>> samples = List.of(List.of(15_000L, 950L), List.of(40_000L, 50L));
    run.costs(echo, 1, samples, costs(4_000), Verdict.VALID);
  }

  private static Map<String, Long> costs(long cpuNanos) {
    return Map.of("clientCpuNanos", cpuNanos * OPERATIONS, "operationsDone", OPERATIONS);
  }

  private List<Figure> figures() {
    return Figures.of(run.build()).stream()
        .filter(figure -> figure.id().startsWith("client-cost"))
        .toList();
  }

  private static List<Double> means(Panel panel, int series) {
    return panel.series().get(series).points().stream()
        .map(Point::summary)
        .map(summary -> (double) Math.round(summary.orElseThrow().mean()))
        .toList();
  }

  /** Five rounds of one thread that differ a little. */
  private void one(String store, String client, long cpuNanos, long micros) {
    for (int round = 1; round <= 5; round++) {
      trial(store, client, "KEPT", 1, round, cpuNanos, micros);
    }
  }

  private void trial(
      String store,
      String client,
      String connections,
      int threads,
      int round,
      long cpuNanos,
      long micros) {
    trial("clients", store, client, connections, threads, round, cpuNanos, micros);
  }

  private void trial(
      String experiment,
      String store,
      String client,
      String connections,
      int threads,
      int round,
      long cpuNanos,
      long micros) {
    String benchmark = threads == 1 ? "SingleThreadBenchmark.get" : "ConcurrencyBenchmark.get";
    Cell cell =
        cell(
            experiment,
            Variant.TODAY,
            benchmark,
            Mode.SAMPLE,
            threads,
            "store=" + store,
            "client=" + client,
            "connections=" + connections);
    run.costs(
        cell, round, List.of(List.of(1_000 * micros, OPERATIONS)), costs(cpuNanos), Verdict.VALID);
  }
}
