// SPDX-License-Identifier: Apache-2.0
package cachemark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramTest {
  @Test
  void findsTheNearestRank() {
    Histogram histogram =
        Histogram.of(List.of(List.of(30L, 1L), List.of(10L, 50L), List.of(20L, 49L)));
    assertThat(histogram.samples()).isEqualTo(100);
    assertThat(histogram.percentileNanos(50)).isEqualTo(10);
    assertThat(histogram.percentileNanos(51)).isEqualTo(20);
    assertThat(histogram.percentileNanos(99)).isEqualTo(20);
    assertThat(histogram.percentileNanos(99.9)).isEqualTo(30);
    assertThat(histogram.percentileNanos(100)).isEqualTo(30);
  }

  @ParameterizedTest
  @CsvSource({"50, 500", "90, 900", "99, 990", "99.9, 999", "99.95, 1000", "29, 290", "0.1, 1"})
  void aPercentageThatIsAWholeRankIsNoRankMore(double percent, double nanos) {
    Histogram thousand =
        Histogram.of(LongStream.rangeClosed(1, 1_000).mapToObj(i -> List.of(i, 1L)).toList());
    assertThat(thousand.percentileNanos(percent)).isEqualTo(nanos);
  }

  @Test
  void addsUpPairsOfOneTime() {
    Histogram histogram =
        Histogram.of(List.of(List.of(10L, 1L), List.of(20L, 1L), List.of(10L, 2L)));
    assertThat(histogram.percentileNanos(75)).isEqualTo(10);
  }

  @Test
  void supportsAPercentileThatTenSamplesLieBeyond() {
    Histogram thousand = Histogram.of(List.of(List.of(10L, 1_000L)));
    assertThat(thousand.supports(50)).isTrue();
    assertThat(thousand.supports(99)).isTrue();
    assertThat(thousand.supports(99.1)).isFalse();
    assertThat(thousand.supports(1)).isTrue();
    assertThat(thousand.supports(0.9)).isFalse();
    assertThat(Histogram.of(List.of(List.of(10L, 10_000L))).supports(99.9)).isTrue();
    assertThat(Histogram.of(List.of(List.of(10L, 100_000L))).supports(99.99)).isTrue();
    assertThat(Histogram.of(List.of(List.of(10L, 99_999L))).supports(99.99)).isFalse();
    assertThat(Histogram.of(List.of(List.of(10L, 19L))).supports(50)).isFalse();
    assertThat(Histogram.of(List.of()).supports(50)).isFalse();
  }

  @Test
  void hasNoPercentileWithoutSamples() {
    assertThat(Histogram.of(List.of()).percentileNanos(50)).isNaN();
  }

  @Property
  void growsWithThePercentage(
      @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 1, max = 1_000_000) Long> nanos,
      @ForAll @DoubleRange(min = 0, max = 100) double one,
      @ForAll @DoubleRange(min = 0, max = 100) double other) {
    Histogram histogram = Histogram.of(nanos.stream().map(value -> List.of(value, 3L)).toList());
    assertThat(histogram.percentileNanos(Math.min(one, other)))
        .isLessThanOrEqualTo(histogram.percentileNanos(Math.max(one, other)));
  }
}
