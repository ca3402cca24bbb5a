// SPDX-License-Identifier: Apache-2.0
package cachemark.workload.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PacedTraceTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void theRecordsOfASecondAreSpreadOverItEvenly() {
    assertThat(dues(trace(7, 7, 7, 7, 9, 9, 10), 1))
        .containsExactly(
            0L,
            SECOND / 4,
            SECOND / 2,
            3 * SECOND / 4,
            2 * SECOND,
            2 * SECOND + SECOND / 2,
            3 * SECOND);
  }

  @Test
  void speedIsHowManySecondsOfTheTracePassInOne() {
    assertThat(dues(trace(7, 7, 9), 10)).containsExactly(0L, SECOND / 20, SECOND / 5);
    assertThat(dues(trace(7, 7, 9), 0.5)).containsExactly(0L, SECOND, 4 * SECOND);
  }

  @Test
  void atOnceEverythingIsDueAndTimesDoNotMatter() {
    PacedTrace trace = PacedTrace.atOnce(new ByteArrayInputStream(trace(7, 3, 9)));
    for (int i = 0; i < 3; i++) {
      assertThat(trace.next()).isTrue();
      assertThat(trace.dueNanos()).isZero();
    }
    assertThat(trace.next()).isFalse();
  }

  @Property
  void everySecondIsEven(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 400) Integer> records,
      @ForAll @LongRange(max = 4_000_000_000L) long start,
      @ForAll @DoubleRange(min = 0.1, max = 1000) double speed,
      @ForAll long seed) {
    List<Long> expected = new ArrayList<>();
    List<Long> seconds = new ArrayList<>();
    long origin = -1;
    for (int i = 0; i < records.size(); i++) {
      for (int j = 0; j < records.get(i); j++) {
        origin = origin < 0 ? i : origin;
        double seconds0 = i - origin + (double) j / records.get(i);
        expected.add((long) (seconds0 * SECOND / speed));
        seconds.add(start + i);
      }
    }
    byte[] trace = trace(seconds.stream().mapToLong(Long::longValue).toArray());
    List<Long> dues = dues(PacedTrace.atSpeed(new Trickle(trace, seed, 3_000), speed, 1 << 16));
    assertThat(dues).hasSameSizeAs(expected);
    for (int i = 0; i < dues.size(); i++) {
      assertThat(Math.abs(dues.get(i) - expected.get(i))).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void aSecondBeyondTheLookAheadStillLastsASecondAndGoesForward() {
    long[] seconds = new long[20_003];
    seconds[0] = 3;
    Arrays.fill(seconds, 1, 20_001, 4);
    seconds[20_001] = 5;
    seconds[20_002] = 5;
    List<Long> dues = dues(PacedTrace.atSpeed(new Trickle(trace(seconds), 1, 5_000), 1, 1 << 16));
    assertThat(dues).isSorted();
    assertThat(dues.get(1)).isEqualTo(SECOND);
    assertThat(dues.get(20_000)).isBetween(SECOND + SECOND * 9 / 10, 2 * SECOND - 1);
    assertThat(dues.subList(20_001, 20_003)).containsExactly(2 * SECOND, 2 * SECOND + SECOND / 2);
  }

  @Test
  void aSecondWithinTheLookAheadIsEvenWhereverTheBufferEnds() {
    long[] seconds = new long[60_000];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = i / 1_000; // 17 kB of 65 each, so that the buffer ends anywhere in a second
    }
    List<Long> dues = dues(PacedTrace.atSpeed(new Trickle(trace(seconds), 1, 70_000), 1, 1 << 16));
    for (int i = 0; i < seconds.length; i++) {
      assertThat(Math.abs(dues.get(i) - i * (SECOND / 1_000))).isLessThanOrEqualTo(1);
    }
  }

  @Property(tries = 100)
  void recordsAreThoseOfThePlainReader(@ForAll long seed, @ForAll @IntRange(min = 1) int most) {
    byte[] bytes = new SyntheticTrace(seed, 100, 10, 150).bytes();
    TraceReader plain = new TraceReader(new ByteArrayInputStream(bytes));
    PacedTrace paced = PacedTrace.atSpeed(new Trickle(bytes, seed, most), 1, 1 << 14);
    while (plain.next()) {
      assertThat(paced.next()).isTrue();
      assertThat(paced.record().line()).isEqualTo(plain.line());
      assertThat(paced.record().key()).isEqualTo(plain.key());
      assertThat(paced.record().ttlSeconds()).isEqualTo(plain.ttlSeconds());
      assertThat(paced.record().keyHash()).isEqualTo(plain.keyHash());
    }
    assertThat(paced.next()).isFalse();
  }

  @Test
  void aFaultTakesItsPlaceAndTheRestGoesOn() {
    byte[] bytes = "7,a,1,1,1,get,0\n7,b\n7,c,1,1,1,get,0\n8,d,1,1,1,get,0\n".getBytes(ISO_8859_1);
    PacedTrace trace = PacedTrace.atSpeed(new ByteArrayInputStream(bytes), 1);
    assertThat(trace.next()).isTrue();
    assertThatExceptionOfType(TraceException.class).isThrownBy(trace::next);
    assertThat(trace.next()).isTrue();
    assertThat(trace.dueNanos()).isEqualTo(SECOND / 3);
    assertThat(trace.next()).isTrue();
    assertThat(trace.dueNanos()).isEqualTo(SECOND);
  }

  @Test
  void timeThatGoesBackIsAFault() {
    PacedTrace trace = PacedTrace.atSpeed(new ByteArrayInputStream(trace(7, 9, 8)), 1);
    assertThat(trace.next()).isTrue();
    assertThat(trace.next()).isTrue();
    assertThatExceptionOfType(TraceException.class)
        .isThrownBy(trace::next)
        .withMessage("line 3: time 8 is before 9, that of an earlier line");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aSpeedThatCannotBeIsRefused(double speed) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PacedTrace.atSpeed(new ByteArrayInputStream(new byte[0]), speed))
        .withMessage("a speed of " + speed + " is not above 0 and finite");
  }

  private static byte[] trace(long... seconds) {
    StringBuilder text = new StringBuilder();
    for (long second : seconds) {
      text.append(second).append(",k,1,2,3,get,0\n");
    }
    return text.toString().getBytes(ISO_8859_1);
  }

  private static List<Long> dues(byte[] trace, double speed) {
    return dues(PacedTrace.atSpeed(new ByteArrayInputStream(trace), speed));
  }

  private static List<Long> dues(PacedTrace trace) {
    List<Long> dues = new ArrayList<>();
    while (trace.next()) {
      dues.add(trace.dueNanos());
    }
    return dues;
  }
}
