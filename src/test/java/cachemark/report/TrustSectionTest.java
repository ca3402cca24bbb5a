// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Arm;
import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Plans;
import cachemark.result.Iteration;
import cachemark.result.Records;
import cachemark.result.StoredRun;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TrustSectionTest {
  private static final Cell CELL = Plans.cell(Mode.THROUGHPUT, 1, "store=REDIS");
  private static final double[] FLAT = {100, 100, 100, 100, 101, 100};
  private static final double[] WARMING = {10, 20, 40, 60, 80, 100};

  private final List<TrialRecord> trials = new ArrayList<>();

  @Test
  void aCellThatWasMeasuredTwiceIsComparedWithItself() {
    for (int round = 1; round <= 5; round++) {
      add(round, Arm.MAIN, Verdict.VALID, FLAT);
      add(round, Arm.AGAIN, Verdict.VALID, 50, 50, 50, 50, 50 + round * 0.01, 50);
    }
    assertThat(text()).contains("Ratio to itself", CELL.id().substring(0, 9), "| 2.01 |", " to ");
  }

  @Test
  void invalidTrialsEnterNothing() {
    add(1, Arm.MAIN, Verdict.INVALID, FLAT);
    assertThat(text()).isEmpty();
  }

  @Test
  void twoRoundsAreTooFewForAnInterval() {
    for (int round = 1; round <= 2; round++) {
      add(round, Arm.MAIN, Verdict.VALID, FLAT);
      add(round, Arm.AGAIN, Verdict.VALID, FLAT);
    }
    assertThat(text()).contains("| 1.00 | too few rounds |");
  }

  @Test
  void withoutASecondMeasurementNothingIsSaidOfIt() {
    add(1, Arm.MAIN, Verdict.VALID, FLAT);
    assertThat(text()).doesNotContain("itself").contains("warm-up included: 1 flat.");
  }

  @Test
  void forksThatWereNotSteadyAreListedByCell() {
    add(1, Arm.MAIN, Verdict.VALID, FLAT);
    add(2, Arm.MAIN, Verdict.VALID, WARMING);
    add(3, Arm.MAIN, Verdict.SUSPECT, 100, 100);
    assertThat(text())
        .contains("1 flat, 1 warming, 1 with too few iterations to say.")
        .contains("1 cells with forks that were not steady", "| 1 warming |");
  }

  /** The last two scores are measured, the others are of the warm-up. */
  private void add(int round, Arm arm, Verdict verdict, double... scores) {
    List<Iteration> iterations = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      iterations.add(new Iteration(i < scores.length - 2, scores[i], List.of(), List.of()));
    }
    trials.add(
        new TrialRecord(
            CELL,
            round,
            arm,
            trials.size(),
            Instant.EPOCH,
            1,
            null,
            "ops/s",
            iterations,
            Map.of(),
            Map.of(),
            verdict,
            List.of()));
  }

  private String text() {
    Markdown page = new Markdown();
    page.add(new TrustSection(new StoredRun(Records.head("run"), trials, List.of())).blocks());
    return page.toString();
  }
}
