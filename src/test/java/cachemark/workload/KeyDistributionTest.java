// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cachemark.workload.KeyDistribution.Sequential;
import cachemark.workload.KeyDistribution.Uniform;
import cachemark.workload.KeyDistribution.Zipf;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class KeyDistributionTest {
  static Stream<KeyDistribution> distributions() {
    return Stream.of(new Sequential(), new Uniform(), new Zipf(0.99));
  }

  @Test
  void sequentialGoesRound() {
    KeyStream stream = new Sequential().stream(3, 1, 1);
    assertThat(LongStream.generate(stream::next).limit(7))
        .containsExactly(0L, 1L, 2L, 0L, 1L, 2L, 0L);
  }

  @Test
  void uniformDrawsEveryKeyEquallyOften() {
    KeyStream stream = new Uniform().stream(1_000, 2012, 0);
    long[] counts = new long[1_000];
    for (int i = 0; i < 1_000_000; i++) {
      counts[(int) stream.next()]++;
    }
    double[] expected = new double[1_000];
    Arrays.fill(expected, 1_000);
    assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isGreaterThan(0.001);
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void keysStayWithinTheirNumber(KeyDistribution distribution) {
    for (long keys : new long[] {1, 2, 3, 1000, KeyDistribution.MAX_KEYS}) {
      KeyStream stream = distribution.stream(keys, keys, 0);
      assertThat(LongStream.generate(stream::next).limit(2_000))
          .allMatch(key -> key >= 0 && key < keys);
    }
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void noDrawMakesAnObject(KeyDistribution distribution) {
    KeyStream stream = distribution.stream(100_000_000, 1, 0);
    ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    long sum = stream.next();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 100_000; i++) {
      sum += stream.next();
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    assertThat(sum).isPositive();
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void aNumberOfKeysThatCannotBeIsRefused(KeyDistribution distribution) {
    for (long keys : new long[] {0, -1, KeyDistribution.MAX_KEYS + 1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> distribution.stream(keys, 1, 0))
          .withMessage(keys + " keys; there may be 1 to 4294967296");
    }
  }
}
