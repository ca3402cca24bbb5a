// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Arm;
import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.report.TimeSpent.Part;
import cachemark.result.ForkTime;
import cachemark.result.Overhead;
import cachemark.result.Records;
import cachemark.result.RunRecord;
import cachemark.result.StoredRun;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the time of a run went; the overhead of the head is 2.1 s, 1.9 s, 1.7 s and 0 s. */
final class TimeSpentTest {
  private static final Cell CELL =
      RunBuilder.cell("E1r", Variant.TODAY, "A.get", Mode.THROUGHPUT, 1, "store=REDIS");

  private static final RunRecord HEAD = Records.head("run");

  private static TrialRecord trial(long startSecond, long wallMillis, ForkTime time) {
    return new TrialRecord(
        CELL,
        1,
        Arm.MAIN,
        0,
        Instant.ofEpochSecond(startSecond),
        wallMillis,
        time,
        "ops/s",
        List.of(),
        Map.of(),
        Map.of(),
        Verdict.VALID,
        List.of());
  }

  private static TimeSpent spent(RunRecord head, TrialRecord... trials) {
    return TimeSpent.of(new StoredRun(head, List.of(trials), List.of())).orElseThrow();
  }

  private static Duration part(TimeSpent spent, String name) {
    return spent.parts().stream()
        .filter(part -> part.name().equals(name))
        .map(Part::time)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatAForkDoesNotTellIsTheRestOfIt() {
    TimeSpent spent =
        spent(
            HEAD,
            trial(0, 10_000, new ForkTime(400, 3_000, 5_000)),
            trial(20, 10_000, new ForkTime(600, 3_000, 5_000)));
    assertThat(spent.measuring()).hasSeconds(10);
    assertThat(spent.warmingUp()).hasSeconds(6);
    assertThat(part(spent, "JVM starts")).hasMillis(1_000);
    assertThat(part(spent, "connecting, preloading and ending")).hasMillis(3_000);
    assertThat(part(spent, "server starts")).hasMillis(2_100);
    assertThat(part(spent, "prices and floors")).hasMillis(1_900);
    assertThat(part(spent, "class archives")).hasMillis(1_700);
    assertThat(spent.total()).hasMillis(25_700);
    assertThat(spent.otherShare()).isEqualTo(1 - 16_000 / 25_700.0);
  }

  @Test
  void forksThatTakeTurnsAreNotCountedTwice() {
    TimeSpent spent =
        spent(
            HEAD,
            trial(1, 9_000, new ForkTime(400, 1_000, 3_000)),
            trial(0, 10_000, new ForkTime(600, 1_000, 3_000)),
            trial(9, 2_000, null));
    assertThat(part(spent, "connecting, preloading and ending")).hasMillis(2_000);
    assertThat(spent.total()).hasMillis(11_000 + 5_700);
  }

  @Test
  void aRunThatWasGoneOnWithHasNoTimeBetweenItsStarts() {
    RunRecord again = HEAD.spending(new Overhead(1, 900, 0, 300, 10));
    TimeSpent spent =
        spent(
            again,
            trial(0, 1_000, new ForkTime(100, 200, 700)),
            trial(90_000, 1_000, new ForkTime(100, 200, 700)));
    assertThat(spent.starts()).isEqualTo(2);
    assertThat(part(spent, "server starts")).hasMillis(3_000);
    assertThat(part(spent, "class archives")).hasMillis(2_000);
    assertThat(spent.total()).hasMillis(2_000 + 5_700 + 1_210);
  }

  @Test
  void anOlderRunTellsNothing() {
    StoredRun old = new RunBuilder("r", 1).score(CELL, 1, 2).build();
    assertThat(TimeSpent.of(old)).isEmpty();
    assertThat(TimeSection.blocks(old)).isEmpty();
    assertThat(old.head().spending(new Overhead(1, 1, 1, 1, 1))).isEqualTo(old.head());
  }

  @Test
  void theReportHasATable() {
    Markdown page = new Markdown();
    TrialRecord trial = trial(0, 4_300, new ForkTime(300, 1_000, 3_000));
    page.add(TimeSection.blocks(new StoredRun(HEAD, List.of(trial), List.of())));
    assertThat(page.toString())
        .contains("| measuring | 3.0 | 30 % |", "| all of it | 10.0 | 100 % |")
        .contains("Over 1 start; 60 % neither measured nor warmed up.");
  }
}
