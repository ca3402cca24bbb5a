// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.result.RunState;
import cachemark.result.workload.WorkloadRecords;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class WorkloadSummaryTest {
  private static String told(RunState state, boolean colours) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new WorkloadSummary(WorkloadRecords.record(state), out, new Paint(colours))
        .print(Path.of("results/mine"), Path.of("charts/mine/index.html"));
    out.flush();
    return text.toString();
  }

  @Test
  void everyGroupIsATableOfMediansWithoutWhatIsInvalid() {
    assertThat(told(RunState.COMPLETE, false))
        .isEqualTo(
            """
            Redis 7.0.15 (local process), MariaDB 10.11 (local process)
            client and servers on cores of their own; medians of 2 rounds, seed 7

            memory
            store  cache-memory  requests/s  hit ratio      p50     p99              rounds
            none              –       5,000          –  80.0 µs  400 µs             2 valid
            redis            8m      10,500     60.0 %  80.0 µs  400 µs  1 valid, 1 suspect
            redis           16m      10,500     80.0 %  80.0 µs  400 µs  1 valid, 1 suspect

            outage
            store  requests/s  hit ratio      p50     p99  failed  stale per million              rounds
            redis       2,000          –  80.0 µs  400 µs      10                3.0  1 valid, 1 invalid

            8 loads: 5 valid, 2 suspect, 1 invalid, 0 missing
              invalid: outage rate=2k store=redis, round 2: something was amiss
              suspect: memory cache-memory=16m keys=1000 store=redis, round 2: something was amiss
              suspect: memory cache-memory=8m keys=1000 store=redis, round 2: something was amiss
            results  results/mine
            report   charts/mine/index.html
            """);
  }

  @Test
  void whatNeverRanIsMissing() {
    assertThat(told(RunState.OPEN, false))
        .contains("8 loads: 3 valid, 0 suspect, 0 invalid, 5 missing");
  }

  @Test
  void whatIsAmissIsColoured() {
    assertThat(told(RunState.COMPLETE, true)).contains("\u001B[1;31m1 invalid\u001B[0m");
  }
}
