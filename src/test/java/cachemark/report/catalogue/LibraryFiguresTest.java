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
  void eachLibraryIsComparedWithTheThinSocketOfItsStore() {
    one("MEMCACHED", "WIRE", 10_000, 20);
    one("MEMCACHED", "XMEMCACHED", 25_000, 50);
    one("REDIS", "WIRE", 10_000, 20);
    one("REDIS", "JEDIS", 10_000, 20);
    one("REDIS", "LETTUCE", 40_000, 20);

    Figure figure = figures().get(0);
    assertThat(figure.finding().headline())
        .isEqualTo(
            "for memcached XMemcached 2.50× as much as the thin socket;"
                + " for Redis Lettuce 4.00× as much as the thin socket, Jedis about as much");
    assertThat(figure.finding().detail())
        .contains("Cost over that of the thin socket (95 % interval over 5 rounds): ")
        .contains("memcached XMemcached 2.50");
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

    assertThat(figures()).hasSize(2);
    assertThat(figures().get(1).panels().get(0).series().get(0).points()).hasSize(2);
  }

  @Test
  void theFloorIsALineUnderBothPercentiles() {
    Cell echo = cell("floor", Variant.FLOOR, "FloorBenchmark.echo", Mode.SAMPLE, 1, Placement.SAME);
    run.samples(echo, 1, List.of(List.of(15_000L, 95L), List.of(40_000L, 5L)));
    one("REDIS", "WIRE", 10_000, 20);

    List<Panel> panels = figures().get(0).panels();
    assertThat(panels.get(0).references()).isEmpty();
    assertThat(panels.get(1).references()).extracting(Panel.Reference::value).containsExactly(15.0);
    assertThat(panels.get(2).references()).extracting(Panel.Reference::value).containsExactly(40.0);
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
    String benchmark = threads == 1 ? "SingleThreadBenchmark.get" : "ConcurrencyBenchmark.get";
    Cell cell =
        cell(
            "clients",
            Variant.TODAY,
            benchmark,
            Mode.SAMPLE,
            threads,
            "store=" + store,
            "client=" + client,
            "connections=" + connections);
    run.costs(
        cell,
        round,
        List.of(List.of(1_000 * micros, OPERATIONS)),
        Map.of("clientCpuNanos", cpuNanos * OPERATIONS, "operationsDone", OPERATIONS),
        Verdict.VALID);
  }
}
