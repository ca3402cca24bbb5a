// SPDX-License-Identifier: Apache-2.0
package cachemark.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.plan.Placement;
import java.nio.file.Files;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What measuring processes do and answer, without processes. */
final class FloorTest {
  @Test
  void anAnswerSurvivesItsFile(@TempDir Path folder) throws Exception {
    Histogram times = Answer.histogram();
    for (int nanos = 1; nanos <= 1_000; nanos++) {
      times.recordValue(nanos);
    }
    Answer answer = Answer.of(times, 500_000_000);
    answer.write(folder.resolve("answer"));
    assertThat(Answer.parse(Files.readString(folder.resolve("answer")))).isEqualTo(answer);
    assertThat(answer).isEqualTo(new Answer(1_000, 500_000_000, 500, 990, 1_000));
    assertThat(answer.perSecond()).isEqualTo(2_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1 2 3 4", "1 2 3 4 5 6", "a b c d e", "1 2 3 4 99999999999999999999"})
  void whatIsNoAnswerIsRefused(String line) {
    assertThatExceptionOfType(FloorException.class)
        .isThrownBy(() -> Answer.parse(line))
        .withMessageContaining("is no answer");
  }

  @Test
  void onlyPlacementsThatDiffer() {
    assertThat(CoreShares.placements(4, true))
        .containsExactly(Placement.SAME, Placement.SPLIT, Placement.FREE);
    assertThat(CoreShares.placements(1, true)).containsExactly(Placement.SAME);
    assertThat(CoreShares.placements(4, false)).containsExactly(Placement.FREE);
    assertThat(CoreShares.placements(1, false)).containsExactly(Placement.FREE);
  }

  @Test
  void spinningTakesAsLongAsAsked() {
    int rounds = Spin.roundsPerPiece(50_000_000);
    Answer answer = Spin.measure(rounds, 100_000_000);
    assertThat(answer.elapsedNanos()).isBetween(100_000_000L, 5_000_000_000L);
    assertThat(answer.count()).isPositive();
    assertThat(answer.p50Nanos()).isBetween(1L, answer.p99Nanos());
    assertThat(answer.maxNanos()).isGreaterThanOrEqualTo(answer.p99Nanos());
  }
}
