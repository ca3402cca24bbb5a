// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Timing;
import cachemark.plan.Trial;
import cachemark.result.Records;
import cachemark.result.TrialRecord;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LiveLineTest {
  private static final TrialRecord RECORD = Records.trial(0);
  private static final Trial TRIAL = new Trial(RECORD.cell(), 2, new Timing(1, 1, 1));

  private final StringWriter said = new StringWriter();
  private long nowNanos;

  @Test
  void onATerminalOneLineIsWrittenOverAndFitsIntoIt() {
    LiveLine live = line(new Screen(true, true, 40), false);
    live.trialStarted(TRIAL);
    live.trialFinished(RECORD, 9, 9, Duration.ZERO);
    String[] shown = said.toString().split("\r", -1);
    assertThat(shown).hasSize(3);
    assertThat(shown[1]).hasSize(39).endsWith("…");
    assertThat(shown[2].strip()).isEqualTo("9 of 9 trials done, 0 failed, 0:00 left");
  }

  @Test
  void elsewhereALineComesNowAndThenAndAtTheEnd() {
    LiveLine live = line(Screen.NONE, false);
    for (int done = 1; done <= 9; done++) {
      nowNanos += Duration.ofSeconds(12).toNanos();
      live.trialStarted(TRIAL);
      live.trialFinished(RECORD, done, 9, Duration.ofSeconds(9 - done));
    }
    assertThat(said.toString().lines())
        .containsExactly(
            "9 trials, about 1:00, into results/none",
            "3 of 9 trials done, 0 failed, 0:06 left",
            "6 of 9 trials done, 0 failed, 0:03 left",
            "9 of 9 trials done, 0 failed, 0:00 left");
  }

  @Test
  void quietSaysNothing() {
    for (Screen screen : new Screen[] {Screen.NONE, new Screen(true, true, 80)}) {
      LiveLine live = line(screen, true);
      live.trialStarted(TRIAL);
      live.trialFinished(RECORD, 9, 9, Duration.ZERO);
    }
    assertThat(said.toString()).isEmpty();
  }

  private LiveLine line(Screen screen, boolean quiet) {
    LiveLine live = new LiveLine(new PrintWriter(said), screen, quiet, () -> nowNanos);
    live.started(Path.of("results/none"), 0, 9, Duration.ofMinutes(1));
    return live;
  }
}
