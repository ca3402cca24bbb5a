// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys a load asks about. */
final class MixTest {
  private static final int KEYS = 1_000;
  private static final int DRAWS = 200_000;

  private static LoadPlan plan(double skew, int threads) {
    return new LoadPlan(
        Dialect.REDIS,
        null,
        Spacing.CONSTANT,
        4,
        threads,
        1,
        0.75,
        KEYS,
        skew,
        32,
        7,
        Duration.ZERO,
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        null);
  }

  private static int[] keyCounts(Mix mix) {
    int[] counts = new int[KEYS];
    for (int i = 0; i < DRAWS; i++) {
      counts[Mix.key(mix.next())]++;
    }
    return counts;
  }

  /** The shares of the first ranks are those that Zipf's law gives them. */
  @ParameterizedTest
  @ValueSource(doubles = {0.6, 0.99, 1.2})
  void keysOfASkewedLoadComeAsOftenAsZipfsLawSays(double skew) {
    double sum = 0;
    for (int rank = 1; rank <= KEYS; rank++) {
      sum += Math.pow(rank, -skew);
    }
    int[] counts = keyCounts(plan(skew, 1).mix(0));
    Arrays.sort(counts);
    double top = 0;
    double expected = 0;
    for (int rank = 1; rank <= 10; rank++) {
      top += counts[KEYS - rank] / (double) DRAWS;
      expected += Math.pow(rank, -skew) / sum;
    }
    assertThat(top).isCloseTo(expected, within(0.05 * expected));
  }

  @Test
  void threadsAgreeOnWhichKeyIsAskedForMostAndDrawOnTheirOwn() {
    LoadPlan plan = plan(1.2, 2);
    int[] first = keyCounts(plan.mix(0));
    int[] second = keyCounts(plan.mix(1));
    assertThat(first).isNotEqualTo(second);
    assertThat(hottest(first)).isEqualTo(hottest(second));
    assertThat(hottest(keyCounts(plan.mixOfTable()))).isEqualTo(hottest(first));
    assertThat(keyCounts(plan.mix(0))).isEqualTo(first);
  }

  private static int hottest(int[] counts) {
    int hottest = 0;
    for (int i = 1; i < counts.length; i++) {
      hottest = counts[i] > counts[hottest] ? i : hottest;
    }
    return hottest;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.99})
  void getsHaveTheirShareWhateverTheKeys(double skew) {
    Mix mix = plan(skew, 1).mix(0);
    int gets = 0;
    for (int i = 0; i < DRAWS; i++) {
      gets += Mix.isGet(mix.next()) ? 1 : 0;
    }
    assertThat(gets / (double) DRAWS).isCloseTo(0.75, within(0.01));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 3.1, Double.NaN})
  void aSkewOutOfRangeIsRefused(double skew) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan(skew, 1))
        .withMessage("a skew of " + skew + " is not from 0 to 3");
  }
}
