// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.report.RunBuilder;
import cachemark.result.StoredRun;
import cachemark.result.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a run ends, in words and in its exit code. */
final class FinishTest {
  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();

  @Test
  void aRunOfValidAndSuspectTrialsIsOk() {
    assertThat(finish(run(Verdict.VALID, Verdict.SUSPECT).build())).isEqualTo(ExitCode.OK);
    assertThat(said)
        .asString()
        .contains("2 trials: 1 valid, 1 suspect, 0 invalid, 0 missing")
        .contains("results  " + folder.resolve("results/r"))
        .contains("report   " + folder.resolve("charts/r/index.html"))
        .doesNotContain("invalid: ");
  }

  @Test
  void anInvalidTrialIsToldWithItsReason() {
    assertThat(finish(run(Verdict.VALID, Verdict.INVALID).build())).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(said)
        .asString()
        .contains("2 trials: 1 valid, 0 suspect, 1 invalid, 0 missing")
        .containsPattern("  invalid: E1w-report .* r2: why 2\n");
  }

  @Test
  void aMissingTrialIsNotOk() {
    assertThat(finish(run(Verdict.VALID).missing(3).build())).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(said).asString().contains("4 trials: 1 valid, 0 suspect, 0 invalid, 3 missing");
  }

  @Test
  void ofManyInvalidTrialsTheFirstAreTold() {
    Verdict no = Verdict.INVALID;
    assertThat(finish(run(no, no, no, no, no, no, no).build())).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(said).asString().contains("why 5\n  and 2 more, all in the report\n");
  }

  @Test
  void whatWasFoundIsToldInAFewLines() {
    RunBuilder run = new RunBuilder("r", 5);
    for (int round = 1; round <= 5; round++) {
      double drift = 1 + 0.01 * round;
      run.score(batch("MEMCACHED", 1000), round, drift);
      run.score(batch("MEMCACHED", 10_000), round, 10 * drift);
      run.score(batch("REDIS", 1000), round, 2 * drift);
      run.score(batch("REDIS", 10_000), round, 20 * drift);
    }
    assertThat(finish(run.build())).isEqualTo(ExitCode.OK);
    assertThat(said)
        .asString()
        .containsPattern("Single-thread set.*: memcached / Redis +2\\.00 \\[.*\\]  faster\n")
        .containsPattern("C1  One thread.* (INCONCLUSIVE|REPRODUCED)\n")
        .containsPattern("C2, C3, .* NOT RUN\n");
    assertThat(said.toString().lines()).allMatch(line -> line.length() < 120);
  }

  private static Cell batch(String store, int operations) {
    return RunBuilder.cell(
        "E1w",
        Variant.REPORT,
        "SingleThreadBenchmark.setBatch",
        Mode.BATCH,
        1,
        "store=" + store,
        "client=WIRE",
        "connections=PER_OP",
        "valueBytes=32",
        "keys=" + operations,
        "operations=" + operations);
  }

  private ExitCode finish(StoredRun run) {
    PrintWriter out = new PrintWriter(said);
    Finish finish = Finish.draw(run, folder.resolve("results/r"), folder.resolve("charts"));
    finish.tell(out, new Paint(false));
    out.flush();
    return finish.code();
  }

  private static RunBuilder run(Verdict... verdicts) {
    RunBuilder run = new RunBuilder("r", verdicts.length);
    for (int i = 0; i < verdicts.length; i++) {
      run.add(
          RunBuilder.cell("E1w", Variant.REPORT, "A.setBatch", Mode.BATCH, 1, "store=REDIS"),
          i + 1,
          0.5,
          List.of(),
          Map.of(),
          verdicts[i],
          verdicts[i] == Verdict.VALID ? new String[0] : new String[] {"why " + (i + 1)});
    }
    return run;
  }
}
