// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Arm;
import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.result.Iteration;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CostSectionTest {
  private static final Iteration WARM_UP = new Iteration(true, 9, List.of(), List.of());
  private static final Iteration MEASURED = new Iteration(false, 1, List.of(), List.of());

  @Test
  void aBatchIsDividedByAllItsOperations() {
    Cell cell = cell("getBatch", Mode.BATCH, 2, "operations=500");
    // 500 operations of 2 threads in 2 iterations
    String page =
        page(
            trial(
                cell,
                1,
                Verdict.VALID,
                Map.of(
                    "clientCpuNanos", 10_000_000L,
                    "serverCpuNanos", 4_000_000L,
                    "bytesRead", 76_000L,
                    "bytesWritten", 168_000L,
                    "clientVoluntarySwitches", 1_000L,
                    "clientInvoluntarySwitches", 500L,
                    "serverVoluntarySwitches", 500L,
                    "clientAllocatedBytes", 400_000L,
                    "clientGcNanos", 1_000_000L,
                    "wallNanos", 100_000_000L)));
    assertThat(page)
        .contains("## Where the time goes")
        .contains("| 5.00 | 2.00 | – | – | 122 | 1.00 | 200 | 1.00 |")
        .contains(
            "The client spends more CPU time than its servers in 1 of 1 cells; in the middle one"
                + " the client spends 2.50 times as much.");
  }

  @Test
  void timedIterationsAreDividedByWhatWasDoneInThem() {
    Cell cell = cell("get", Mode.SAMPLE, 4, "keys=1000");
    String page =
        page(
            trial(
                cell,
                1,
                Verdict.VALID,
                Map.of(
                    "operationsDone", 2_000L,
                    "clientCpuNanos", 10_000_000L,
                    "databaseCpuNanos", 40_000_000L,
                    "databaseBytesRead", 2_000L)));
    assertThat(page)
        .contains("| 5.00 | – | 20.0 | – | 1.00 | – | – | – |")
        .contains("in 0 of 1 cells; in the middle one the servers spend 4.00 times as much.");
  }

  @Test
  void aProxyIsOnTheServersSide() {
    Cell cell = cell("get", Mode.SAMPLE, 1, "path=PROXY_REPAIR");
    String page =
        page(
            trial(
                cell,
                1,
                Verdict.VALID,
                Map.of(
                    "operationsDone", 1_000L,
                    "clientCpuNanos", 10_000_000L,
                    "serverCpuNanos", 4_000_000L,
                    "proxyCpuNanos", 16_000_000L)));
    assertThat(page)
        .contains("| 10.0 | 4.00 | – | 16.0 |")
        .contains("in 0 of 1 cells; in the middle one the servers spend 2.00 times as much.");
  }

  @Test
  void theMedianRoundCountsAndAnInvalidOneDoesNot() {
    Cell cell = cell("getBatch", Mode.BATCH, 1, "operations=500");
    String page =
        page(
            trial(cell, 1, Verdict.VALID, Map.of("clientCpuNanos", 3_000_000L)),
            trial(cell, 2, Verdict.SUSPECT, Map.of("clientCpuNanos", 90_000_000L)),
            trial(cell, 3, Verdict.VALID, Map.of("clientCpuNanos", 4_000_000L)),
            trial(cell, 4, Verdict.INVALID, Map.of("clientCpuNanos", 99_000_000L)));
    assertThat(page).contains("| 4.00 | – | – | – | – | – | – | – |").doesNotContain("spends more");
  }

  @Test
  void anOperationOnManyKeysIsOneAndAConnectionToo() {
    Cell many = cell("batch", Mode.BATCH, 1, "operations=100", "elements=100");
    Cell open = cell("open", Mode.BATCH, 4, "openConnections=200");
    String page =
        page(
            trial(many, 1, Verdict.VALID, Map.of("clientCpuNanos", 2_000_000L)),
            trial(open, 1, Verdict.VALID, Map.of("clientCpuNanos", 1_200_000L)));
    assertThat(page).contains("| 10.0 | –").contains("| 3.00 | –");
  }

  @Test
  void whereNothingIsToldNothingIsSaid() {
    Cell cell = cell("get", Mode.SAMPLE, 1, "keys=1000");
    assertThat(page(trial(cell, 1, Verdict.VALID, Map.of("clientCpuNanos", 5L)))).isEmpty();
  }

  private static String page(TrialRecord... trials) {
    Markdown page = new Markdown();
    page.add(new CostSection(Stream.of(trials).toList()).blocks());
    return page.toString();
  }

  private static Cell cell(String method, Mode mode, int threads, String... params) {
    return RunBuilder.cell("E1r", Variant.TODAY, "SomeBenchmark." + method, mode, threads, params);
  }

  private static TrialRecord trial(Cell cell, int round, Verdict verdict, Map<String, Long> costs) {
    return new TrialRecord(
        cell,
        round,
        Arm.MAIN,
        round,
        Instant.EPOCH,
        1_000,
        null,
        cell.mode().unit(),
        List.of(WARM_UP, MEASURED, MEASURED),
        Map.of(),
        costs,
        verdict,
        List.of());
  }
}
