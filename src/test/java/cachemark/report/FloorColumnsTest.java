// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Placement;
import cachemark.plan.Variant;
import cachemark.result.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The floor of a machine beside the times that were sampled on it. */
final class FloorColumnsTest {
  private static final Cell GET =
      cell("E1r", Variant.TODAY, "SingleThreadBenchmark.get", "store=REDIS", "client=LETTUCE");

  @TempDir private Path folder;

  private final RunBuilder run = new RunBuilder("r", 1).samples(GET, 1, upTo(1_000));

  private static Cell cell(String experiment, Variant variant, String benchmark, String... params) {
    return RunBuilder.cell(experiment, variant, benchmark, Mode.SAMPLE, 1, params);
  }

  @Test
  void sampledTimesAreMultiplesOfTheEchoOverTcpAtTheirPlacement() throws Exception {
    run.floor(Placement.FREE, Transport.TCP, 7_000)
        .floor(Placement.SAME, Transport.UNIX, 8_000)
        .floor(Placement.SAME, Transport.TCP, 20_000);
    assertThat(written())
        .contains("| × floor of 20.0 µs |")
        .contains("| client and servers on one core | loopback TCP | 20.0 | 40.0 |")
        .containsPattern("\\| p50 \\| [^|]*\\| 500 \\| 25\\.0 \\|")
        .containsPattern("\\| p99 \\| [^|]*\\| 990 \\| 49\\.5 \\|")
        .doesNotContain("× floor of 7.00", "× floor of 8.00");
    assertThat(Files.readString(folder.resolve("r/latency-get-today.svg"))).contains("p50 20.0 µs");
  }

  @Test
  void trialsOfTheEchoComeBeforeWhatWasMeasuredAtTheBeginning() throws Exception {
    run.floor(Placement.SAME, Transport.TCP, 20_000)
        .samples(cell("floor", Variant.FLOOR, "FloorBenchmark.echo"), 1, upTo(20));
    assertThat(written()).contains("| × floor of 10.0 µs |").doesNotContain("floor of 20.0");
  }

  @Test
  void withoutAFloorThereIsNoMultipleOfIt() throws Exception {
    assertThat(written()).contains("latency-get-today").doesNotContain("× floor", "Echo over");
  }

  private String written() throws IOException {
    Report.write(run.build(), folder);
    return Files.readString(folder.resolve("r/report.md"));
  }

  /** One sample at every whole number of microseconds. */
  private static List<List<Long>> upTo(long micros) {
    return LongStream.rangeClosed(1, micros).mapToObj(i -> List.of(1_000 * i, 1L)).toList();
  }
}
