// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cachemark.workload.KeyDistribution.Zipf;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ZipfTest {
  private static final int DRAWS = 1_000_000;
  private static final long SEED = 2012;

  static Stream<Arguments> skewsAndKeys() {
    return Stream.of(0.6, 0.8, 0.99, 1.0, 1.2)
        .flatMap(
            skew ->
                LongStream.of(1_000, 100_000, 100_000_000)
                    .mapToObj(keys -> Arguments.of(skew, keys)));
  }

  @ParameterizedTest
  @MethodSource("skewsAndKeys")
  void ranksComeAsOftenAsTheLawSays(double skew, long keys) {
    assertThat(pValue(skew, keys, skew)).isGreaterThan(0.001);
  }

  @ParameterizedTest
  @MethodSource("skewsAndKeys")
  void aSkewThatIsOffByOneHundredthIsDetected(double skew, long keys) {
    assertThat(pValue(skew + 0.01, keys, skew)).isLessThan(1e-9);
    assertThat(pValue(skew - 0.01, keys, skew)).isLessThan(1e-9);
  }

  @ParameterizedTest
  @CsvSource({"0.01, 5000", "2.5, 300", "3, 20", "1, 1", "1, 2", "0.9, 17", "1.1, 4294967296"})
  void theLawHoldsAtTheEnds(double skew, long keys) {
    if (keys > 1) {
      assertThat(pValue(skew, keys, skew)).isGreaterThan(0.001);
    } else {
      assertThat(new Zipf(skew).stream(keys, SEED, 0).next()).isZero();
    }
  }

  @Test
  void theLawItselfIsTheSumOfItsRanks() {
    assertThat(new ZipfLaw(1_000_000, 0.8).probability(700, 90_000))
        .isEqualTo(sum(700, 90_000) / sum(1, 1_000_000), within(1e-12));
  }

  private static double sum(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToDouble(rank -> Math.pow(rank, -0.8)).sum();
  }

  @Test
  void aSeedFavoursTheSameKeysInAllThreads() {
    KeyStream one = new Zipf(1.2).stream(1_000_000, SEED, 0);
    KeyStream other = new Zipf(1.2).stream(1_000_000, SEED, 1);
    long hottest = new Zipf(1.2).scatter(1_000_000, SEED).keyOf(0);
    assertThat(share(one, hottest)).isEqualTo(share(other, hottest), within(0.02));
    assertThat(share(one, hottest)).isBetween(0.15, 0.25);
  }

  private static double share(KeyStream stream, long key) {
    return LongStream.generate(stream::next).limit(10_000).filter(k -> k == key).count() / 10_000.0;
  }

  @Test
  void aSeedAndThreadAlwaysDrawTheSame() {
    long[] drawn = first(SEED, 3);
    assertThat(first(SEED, 3)).isEqualTo(drawn);
    assertThat(first(SEED, 4)).isNotEqualTo(drawn);
    assertThat(first(SEED + 1, 3)).isNotEqualTo(drawn);
  }

  private static long[] first(long seed, int thread) {
    KeyStream stream = new Zipf(0.99).stream(1L << 30, seed, thread);
    return LongStream.generate(stream::next).limit(20).toArray();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 3.01, Double.NaN, Double.POSITIVE_INFINITY})
  void aSkewThatCannotBeIsRefused(double skew) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Zipf(skew))
        .withMessage("a skew of " + skew + " is not above 0 and at most 3.0");
  }

  private static double pValue(double drawnSkew, long keys, double skew) {
    Scatter scatter = new Zipf(skew).scatter(keys, SEED);
    KeyStream stream = new Zipf(drawnSkew).stream(keys, SEED, 0);
    return new RankBins(keys)
        .pValue(new ZipfLaw(keys, skew), DRAWS, () -> scatter.rankOf(stream.next()));
  }
}
