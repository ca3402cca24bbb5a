// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Mode;
import cachemark.plan.Timing;
import cachemark.plan.Variant;
import org.junit.jupiter.api.Test;

final class JmhWordsTest {
  @Test
  void timedIterationsHaveTheirLength() {
    assertThat(
            JmhWords.of(
                RunBuilder.cell(
                    "E1r",
                    Variant.TODAY,
                    "SingleThreadBenchmark.get",
                    Mode.SAMPLE,
                    2,
                    "store=REDIS"),
                new Timing(900, 3, 200),
                5))
        .isEqualTo(
            "java -jar benchmarks.jar 'SingleThreadBenchmark.get$' -bm sample -f 5 -t 2 -i 3"
                + " -r 200ms -wi 1 -w 900ms -p store=REDIS");
  }

  @Test
  void batchesAreAsLongAsTheyAre() {
    assertThat(
            JmhWords.of(
                RunBuilder.cell(
                    "E1w", Variant.REPORT, "A.setBatch", Mode.BATCH, 1, "operations=500"),
                new Timing(300, 2, 1),
                1))
        .isEqualTo(
            "java -jar benchmarks.jar 'A.setBatch$' -bm ss -f 1 -t 1 -i 2 -p operations=500");
  }

  @Test
  void noValueCanBeMoreThanAWord() {
    assertThat(
            JmhWords.of(
                RunBuilder.cell(
                    "E1w", Variant.REPORT, "A.b", Mode.BATCH, 1, "x=$(reboot)'; rm -rf /"),
                null,
                1))
        .endsWith("-p 'x=$(reboot)'\\''; rm -rf /'");
  }
}
