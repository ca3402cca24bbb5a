// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.cli.SuiteProcess.Ended;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The time of day is set in the middle of a trial. */
final class ClockIT {
  private static final Duration SOON = Duration.ofSeconds(3);
  private static final Duration SLACK = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"-1h, -3600", "+1d, 86400"})
  void aClockThatIsSetDisturbsNoTrial(String offset, long seconds) throws Exception {
    Suite suite = new Suite(folder);
    StoredFolder stored = suite.results("r");
    FakeClock clock = FakeClock.in(folder);
    SuiteProcess run =
        suite.start(
            clock.environment(), "run", "--plan", "tiny.yaml", "--rounds", "5", "--id", "r");
    run.awaitFork(stored, 1);
    clock.set(offset);
    Ended ended = run.await();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    List<TrialRecord> trials = stored.trials();
    assertThat(trials).hasSize(5).allMatch(trial -> trial.verdict() == Verdict.VALID);
    assertThat(trials).extracting(TrialRecord::order).containsExactly(0, 1, 2, 3, 4);
    assertThat(trials).allMatch(trial -> trial.wallMillis() > 0);
    assertThat(trials).allMatch(trial -> trial.wallMillis() < SLACK.toMillis());
    // The setting is noticed within a second; between which trials that is, is chance.
    assertThat(gaps(trials))
        .anySatisfy(gap -> assertThat(gap).isCloseTo(Duration.ofSeconds(seconds), SLACK));
    suite.awaitNothingLeft(SOON);
  }

  private static List<Duration> gaps(List<TrialRecord> trials) {
    return IntStream.range(1, trials.size())
        .mapToObj(i -> Duration.between(trials.get(i - 1).startedAt(), trials.get(i).startedAt()))
        .toList();
  }
}
