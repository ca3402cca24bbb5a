// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.side;

import static cachemark.compare.side.SideBuilder.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachemark.plan.Mode;
import cachemark.plan.Plans;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sides are made of: units, names, series. */
final class SideTest {
  @ParameterizedTest
  @CsvSource({
    "ops/s, true",
    "ops/ms, true",
    "ops/fortnight, true",
    "s, false",
    "s/op, false",
    "ns/op, false",
    "B/op, false",
  })
  void aUnitTellsWhichDirectionIsBetter(String text, boolean moreIsBetter) {
    assertThat(Unit.of(text))
        .hasValueSatisfying(u -> assertThat(u.moreIsBetter()).isEqualTo(moreIsBetter));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "---", "#", "counts", "MB/sec", "ops", "op/s"})
  void aUnitThatTellsNoDirectionIsNone(String text) {
    assertThat(Unit.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "s, ms/op, 1000",
    "ns/op, us/op, 0.001",
    "ops/s, ops/ms, 0.001",
    "ops/us, ops/s, 1e6",
    "B/op, B/op, 1",
    "min, s, 60",
  })
  void timesAreConverted(String from, String to, double factor) {
    assertThat(unit(from).factorTo(unit(to)).getAsDouble())
        .isCloseTo(factor, within(1e-9 * factor));
  }

  @ParameterizedTest
  @CsvSource({"s, ops/s", "B/op, s/op", "ops/x, ops/s"})
  void whatCannotBeConvertedIsNot(String from, String to) {
    assertThat(unit(from).factorTo(unit(to))).isEmpty();
  }

  private static Unit unit(String text) {
    return Unit.of(text).orElseThrow();
  }

  @Test
  void numbersAreSortedByTheirValueAndBeforeWords() {
    assertThat(Stream.of("10000", "A", "2000", "", "007", "7", "500", "60s").sorted(Natural.ORDER))
        .containsExactly("007", "7", "500", "2000", "10000", "", "60s", "A");
  }

  @Test
  void theNameOfACellHoldsAllOfIt() {
    CellKey key = CellKey.of(Plans.cell(Mode.THROUGHPUT, 4, "store=REDIS", "operations=20"));
    assertThat(key.id())
        .isEqualTo(
            "SingleThreadBenchmark.getBatch thrpt t4"
                + " [experiment=E1r,operations=20,placement=same,store=REDIS,variant=report]");
    assertThat(key.value("threads")).contains("4");
    assertThat(key.without("threads").value("threads")).isEmpty();
    assertThat(key.without("store")).isEqualTo(key.with("store", "MEMCACHED").without("store"));
    assertThat(key.without("nothing")).isEqualTo(key);
  }

  @Test
  void aParameterNamedThreadsGoesBeforeTheThreads() {
    CellKey key = key("thrpt", 4, "threads=many");
    assertThat(key.value("threads")).contains("many");
    assertThat(key.without("threads").threads()).isEqualTo(4);
  }

  @Test
  void cellsAreSortedAsPeopleSort() {
    List<CellKey> sorted =
        Stream.of(key("operations=2000"), key("ss", 20, "operations=500"), key("operations=500"))
            .sorted()
            .toList();
    assertThat(sorted)
        .containsExactly(
            key("operations=500"), key("ss", 20, "operations=500"), key("operations=2000"));
  }

  @Test
  void roundsComeInAnyOrderAndTheLaterValueStays() {
    Series series =
        new Series.Builder("s")
            .value(7, 7)
            .value(1, 1)
            .value(9, 9)
            .value(3, 3)
            .value(5, 5)
            .value(4, 4)
            .value(7, 77)
            .build();
    assertThat(series.values()).containsExactly(1, 3, 4, 5, 77, 9);
    Series other = new Series.Builder("s").value(4, 0.4).value(9, 0.9).value(2, 0.2).build();
    assertThat(series.inRoundsOf(other)).containsExactly(4, 9);
    assertThat(other.inRoundsOf(series)).containsExactly(0.4, 0.9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aValueThatHasNoRatioIsInvalid(double value) {
    Series series = new Series.Builder("s").value(1, value).value(2, 2).build();
    assertThat(series.values()).containsExactly(2);
    assertThat(series.invalid()).isEqualTo(1);
    assertThat(series.trouble()).isPresent();
  }
}
