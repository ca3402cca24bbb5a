// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.report.block.Block;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Quantity;
import cachemark.report.figure.Series;
import cachemark.result.workload.WorkloadLoad;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures and tables of each kind of group. */
final class ViewTest {
  private static View view(List<WorkloadLoad> loads) {
    return View.of(Group.of(loads).get(0));
  }

  private static Panel panel(View view, int figure, int panel) {
    return view.figures().get(figure).panels().get(panel);
  }

  private static List<String> names(Panel panel) {
    return panel.series().stream().map(Series::fullName).toList();
  }

  private static List<String> row(View view, String... start) {
    return view.tables().stream()
        .filter(Block.Table.class::isInstance)
        .flatMap(table -> ((Block.Table) table).rows().stream())
        .filter(row -> row.subList(0, start.length).equals(List.of(start)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hitRatioLiesAgainstMemoryInAPanelForEachSkew() {
    View view = view(Workloads.hitRatio(5));
    Figure hits = view.figures().get(0);
    assertThat(hits.panels().stream().map(Panel::title).toList())
        .containsExactly("skew 0.6", "skew 0.9", "skew 1.2");
    assertThat(names(hits.panels().get(0)))
        .containsExactly("memcached (lru)", "Redis (lru)", "Redis (lfu)");
    double[] xs = hits.panels().get(0).xs();
    assertThat(xs).hasSize(3);
    assertThat(xs[0]).isEqualTo(100 * 8 * 1_048_576.0 / (60_000 * 1_032));
    assertThat(hits.finding().headline())
        .startsWith("with the same memory Redis (lfu) ")
        .endsWith(" % of the reads");
    assertThat(hits.finding().detail())
        .contains("memcached before Redis by the same eviction by", "95 % interval over 5 rounds");
    assertThat(row(view, "skew 0.6, 8 MB of memory, lru", "memcached"))
        .contains("13.5", "7,626", "12.7", "1,100", "4,000");
  }

  @Test
  void aLoadWithoutACacheIsALevelWhereThereIsNoPlaceForIt() {
    Panel speed = panel(view(Workloads.hitRatio(5)), 1, 0);
    Series none = speed.series().get(0);
    assertThat(none.name()).isEqualTo("no cache");
    assertThat(none.points()).hasSize(3);
    assertThat(none.points().stream().map(Point::readings).distinct()).hasSize(1);
  }

  @Test
  void timePerReadLiesAgainstTheHitRatioForEachIndex() {
    View view = view(Workloads.breakEven(5));
    Panel indexed = panel(view, 0, 0);
    assertThat(indexed.title()).isEqualTo("primary key");
    assertThat(indexed.quantity()).isEqualTo(Quantity.READ_MICROS);
    assertThat(indexed.xs()).containsExactly(0, 50, 90, 100);
    assertThat(view.figures().get(0).finding().statements())
        .containsExactly(
            "primary key: memcached from 41.9 % hits on, Redis from 45.8 % hits on",
            "no index: memcached from 1.6 % hits on, Redis from 1.8 % hits on");
    assertThat(row(view, "primary key", "Redis")).last().asString().startsWith("71.0");
  }

  @Test
  void mixSizesAndConnectionsLieAlongWhatTheyVary() {
    assertThat(panel(view(Workloads.mix(5)), 0, 0).xs()).containsExactly(50, 80, 95);
    assertThat(panel(view(Workloads.valueSize(5)), 0, 1).xs())
        .containsExactly(32, 1_000, 30_000, 1_000_000);
    View connections = view(Workloads.connections(5));
    assertThat(panel(connections, 0, 0).xs()).containsExactly(1, 4, 16, 64);
    assertThat(panel(connections, 0, 1).quantity()).isEqualTo(Quantity.SERVICE_MICROS);
    assertThat(names(panel(connections, 0, 0))).containsExactly("no cache", "memcached", "Redis");
    assertThat(connections.figures().get(0).finding().headline())
        .contains("memcached 1.08× as fast as Redis");
  }

  @Test
  void expiryIsToldByBothSides() {
    View view = view(Workloads.expiry(5));
    assertThat(view.figures().get(0).finding().statements())
        .containsExactly(
            "memcached agrees on 1,000 misses and says that 1,640 keys expired",
            "Redis agrees on 1,000 misses and says that 990 keys expired");
    assertThat(row(view, "expiry", "Redis").subList(4, 8))
        .containsExactly("1,000", "1,000", "990", "0");
  }

  @Test
  void stampedesAreCountedForEachExpiry() {
    View view = view(Workloads.stampede(5));
    assertThat(row(view, "1 key, jitter 0 %, no single flight", "memcached"))
        .startsWith("1 key, jitter 0 %, no single flight", "memcached", "13.0", "13.0");
    assertThat(row(view, "1 key, jitter 0 %, single flight", "memcached").get(2)).isEqualTo("1.00");
    assertThat(view.figures().get(0).finding().headline())
        .contains("single flight reads 1.00 rows for each expiry where 13.0 are read without it")
        .contains("jitter 30 % takes the fullest second from 2,000 to 1,700 queries");
  }

  @Test
  void staleReadsStandByPolicy() {
    View view = view(Workloads.staleness(5));
    Panel stale = panel(view, 0, 0);
    assertThat(stale.axis().categories())
        .containsExactly("read-through", "read-through-add", "write-through", "lease");
    assertThat(stale.axis().isRows()).isFalse();
    assertThat(view.figures().get(0).finding().statements().get(0)).isEqualTo("none with lease");
    assertThat(row(view, "read-through", "memcached").subList(2, 7))
        .containsExactly("200,000", "150", "750", "75", "9.10");
  }

  @Test
  void anOutageIsATimelineWithWhatHappened() {
    View view = view(Workloads.outage(5));
    Panel failed = panel(view, 0, 0);
    assertThat(failed.events())
        .containsExactly(
            new Panel.Event("cache killed", 2), new Panel.Event("cache revived empty", 5));
    assertThat(failed.xs()).hasSize(12);
    assertThat(view.figures().get(0).finding().statements().get(0))
        .isEqualTo(
            "memcached: 4,800 requests fail, up to 11.0 times the queries, recovered 6.0 s after the"
                + " return");
    assertThat(row(view, "outage", "no cache")).contains("1.00");
  }

  @Test
  void aColdStartIsATimelineWithItsSteadyRatio() {
    View view = view(Workloads.coldStart(5));
    assertThat(view.figures().get(0).finding().statements())
        .hasSize(2)
        .allMatch(words -> words.contains("has 90 % of its steady "));
    assertThat(row(view, "cold-start", "Redis").get(4)).isEqualTo("no");
  }

  @Test
  void loadsThatSayNothingOfWhatTheyShowStandSideBySide() {
    View view = view(Workloads.plain(5));
    assertThat(panel(view, 0, 0).axis().categories()).containsExactly("60 keys", "600 keys");
    assertThat(names(panel(view, 0, 0))).containsExactly("no cache", "memcached", "Redis");
    assertThat(panel(view, 0, 2).quantity()).isEqualTo(Quantity.HIT_PERCENT);
  }

  @Test
  void everyRoundIsAReadingOfItsPoint() {
    for (Panel panel : view(Workloads.mix(3)).figures().get(0).panels()) {
      assertThat(panel.series().stream().flatMap(one -> one.points().stream()))
          .allMatch(point -> point.readings().size() == 3);
    }
    assertThat(Arrays.stream(Quantity.values()).map(Quantity::axisTitle).distinct().count())
        .isEqualTo(Quantity.values().length);
  }
}
