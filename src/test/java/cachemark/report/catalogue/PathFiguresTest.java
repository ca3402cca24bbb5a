// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import static cachemark.report.RunBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.report.RunBuilder;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Panel;
import cachemark.result.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PathFiguresTest {
  private static final long OPERATIONS = 1_000;

  private final RunBuilder run = new RunBuilder("run", 5);

  @Test
  void everyOperationHasItsFigure() {
    for (String method : List.of("get", "set", "multiget10", "multiget100")) {
      path(method, "DIRECT", 20);
    }
    assertThat(figures())
        .extracting(Figure::heading)
        .containsExactly(
            "What a hop costs: get",
            "What a hop costs: set",
            "What a hop costs: multiget of 10 keys",
            "What a hop costs: multiget of 100 keys");
  }

  @Test
  void everyPathHasItsRowAndOnlyAProxyItsCost() {
    path("get", "DIRECT", 20);
    path("get", "PROXY_REPAIR", 60);
    path("get", "TWEMPROXY", 50);

    List<Panel> panels = figures().get(0).panels();
    assertThat(panels).extracting(Panel::title).containsExactly("p50", "p99", "Proxy CPU");
    assertThat(rows(panels.get(0)))
        .containsExactly("straight to one server", "our proxy (repair)", "twemproxy");
    assertThat(rows(panels.get(2))).containsExactly("our proxy (repair)", "twemproxy");
    assertThat(panels.get(2).series().get(0).points().get(0).summary().orElseThrow().mean())
        .isEqualTo(9);
  }

  @Test
  void eachIsComparedWithTheQuickest() {
    path("get", "DIRECT", 20);
    path("get", "PROXY_REPAIR", 60);
    path("get", "TWEMPROXY", 50);

    assertThat(figures().get(0).finding().headline())
        .isEqualTo(
            "for get straight to one server quickest, twemproxy 2.50×, our proxy (repair) 3.00×"
                + " as long");
    assertThat(figures().get(0).finding().detail())
        .startsWith("Median service time: get over straight to one server");
  }

  private List<Figure> figures() {
    return Figures.of(run.build()).stream()
        .filter(figure -> figure.id().startsWith("hop-"))
        .toList();
  }

  private static List<String> rows(Panel panel) {
    return panel.series().get(0).points().stream()
        .map(point -> panel.axis().text(point.x()))
        .toList();
  }

  private void path(String method, String path, long micros) {
    Cell cell =
        cell(
            "hop",
            Variant.TODAY,
            "ProxyHopBenchmark." + method,
            Mode.SAMPLE,
            1,
            "path=" + path,
            "keys=10000",
            "valueBytes=32");
    Map<String, Long> costs =
        path.equals("DIRECT")
            ? Map.of("operationsDone", OPERATIONS)
            : Map.of("operationsDone", OPERATIONS, "proxyCpuNanos", 9_000 * OPERATIONS);
    for (int round = 1; round <= 5; round++) {
      run.costs(cell, round, List.of(List.of(1_000 * micros, OPERATIONS)), costs, Verdict.VALID);
    }
  }
}
