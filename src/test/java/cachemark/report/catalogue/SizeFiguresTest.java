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
import cachemark.report.figure.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values of several sizes lie side by side. */
class SizeFiguresTest {
  private static final List<String> STORES = List.of("MEMCACHED", "REDIS");

  private final RunBuilder run = new RunBuilder("run", 5);

  @Test
  void severalSizesAreOneFigureOverTheirSize() {
    sample(32, 100);
    sample(1024, 100);
    sample(262144, 100);

    List<Figure> figures = Figures.of(run.build());
    assertThat(figures).extracting(Figure::id).containsExactly("latency-sizes-get-today");
    Panel median = figures.get(0).panels().get(0);
    assertThat(median.xs()).containsExactly(32, 1024, 262144);
    assertThat(median.growsByFactors()).isTrue();
    assertThat(median.series()).extracting(Series::name).hasSize(2);
    assertThat(figures.get(0).conditions()).noneMatch(words -> words.contains("byte"));
    assertThat(figures.get(0).finding().headline())
        .isEqualTo(
            "p50 at 262,144 bytes memcached 2.01× as fast as Redis;"
                + " p50 at 32 bytes no detectable difference between memcached and Redis");
  }

  @Test
  void oneSizeHasItsPercentiles() {
    sample(32, 100);

    assertThat(Figures.of(run.build()))
        .extracting(Figure::id)
        .containsExactly("latency-get-today", "percentiles-get-today", "boxes-get-today");
  }

  @Test
  void otherConditionsAreNoOtherSize() {
    sample(32, 10_000);
    sample(32, 100);
    sample(1024, 100);

    assertThat(Figures.of(run.build()))
        .extracting(Figure::id)
        .containsExactly(
            "latency-get-today",
            "percentiles-get-today",
            "boxes-get-today",
            "latency-sizes-get-today");
  }

  @Test
  void throughputOfSetAndGetIsOneFigure() {
    for (String op : List.of("set", "get")) {
      for (int bytes : new int[] {32, 1024}) {
        for (String store : STORES) {
          run.score(of(op, Mode.THROUGHPUT, store, bytes, 100), 1, 20_000);
        }
      }
    }

    List<Figure> figures = Figures.of(run.build());
    assertThat(figures).extracting(Figure::id).containsExactly("throughput-sizes-today");
    assertThat(figures.get(0).panels().get(0).series())
        .extracting(Series::name)
        .containsExactly("memcached set", "memcached get", "Redis set", "Redis get");
  }

  /** Alike with the smallest, and twice as long in Redis with any other. */
  private void sample(int bytes, int keys) {
    for (int round = 1; round <= 5; round++) {
      for (String store : STORES) {
        boolean slower = store.equals("REDIS") && bytes > 32;
        long nanos = (slower ? 200_000 : 100_000) + 100L * round * (slower ? 1 : -1);
        long jitter = bytes == 32 && store.equals("REDIS") ? 400L * (round - 3) : 0;
        run.samples(
            of("get", Mode.SAMPLE, store, bytes, keys),
            round,
            List.of(List.of(nanos + jitter, 20_000L)));
      }
    }
  }

  private static Cell of(String op, Mode mode, String store, int bytes, int keys) {
    return cell(
        op.equals("get") ? "E1r" : "E1w",
        Variant.TODAY,
        "SingleThreadBenchmark." + op,
        mode,
        1,
        "store=" + store,
        "client=WIRE",
        "connections=KEPT",
        "keys=" + keys,
        "valueBytes=" + bytes);
  }
}
