// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.workload.LoadCell;
import cachemark.result.RunState;
import cachemark.result.load.LoadStep;
import cachemark.result.workload.WorkloadLoad;
import cachemark.result.workload.WorkloadRecords;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class WorkloadLineTest {
  private static final LoadCell CELL =
      new LoadCell("memory", null, Map.of("store", "redis"), List.of());

  private final StringWriter text = new StringWriter();
  private final AtomicLong nanos = new AtomicLong();

  private WorkloadLine line(Screen screen, boolean quiet) {
    return new WorkloadLine(new PrintWriter(text, true), screen, quiet, nanos::get);
  }

  private static LoadStep step() {
    WorkloadLoad any = WorkloadRecords.record(RunState.COMPLETE).loads().get(0);
    return any.step();
  }

  /** Loads of ten seconds each. */
  private void measure(WorkloadLine line, int count) {
    for (int i = 1; i <= count; i++) {
      line.loadBegun(CELL, 1, i, count);
      nanos.addAndGet(10_000_000_000L);
      line.loadEnded(CELL, step());
    }
  }

  @Test
  void elsewhereThanOnATerminalThereIsALineNowAndThen() {
    measure(line(Screen.NONE, false), 5);
    assertThat(text.toString().lines())
        .containsExactly(
            "3 of 5 loads done, 0 invalid, about 0:20 left", "5 of 5 loads done, 0 invalid");
  }

  @Test
  void aTerminalsLineIsWrittenOver() {
    measure(line(new Screen(true, false, 80), false), 2);
    assertThat(text.toString())
        .contains("\r0 of 2 loads done, 0 invalid  round 1, memory store=redis ")
        .contains("\r1 of 2 loads done, 0 invalid, about 0:10 left  round 1, memory store=redis")
        .endsWith(" ".repeat(10) + System.lineSeparator());
  }

  @Test
  void quietIsQuiet() {
    measure(line(Screen.NONE, true), 5);
    measure(line(new Screen(true, false, 80), true), 5);
    assertThat(text.toString()).isEmpty();
  }
}
