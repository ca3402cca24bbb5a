// SPDX-License-Identifier: Apache-2.0
package cachemark.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forms in which the kernel writes. */
final class KernelFilesTest {
  @TempDir private Path root;

  @Test
  void timesOfAllCores() {
    CpuTimes before = CpuTimes.parse("cpu  100 0 50 800 10 0 5 35 7 7\ncpu0 1 2 3\n");
    CpuTimes after = CpuTimes.parse("cpu  100 0 50 890 10 0 5 45 9 9\n");
    assertThat(before).isEqualTo(new CpuTimes(1_000, 810, 35));
    assertThat(after.since(before).stolen()).isEqualTo(0.1);
    assertThat(after.since(after).stolen()).isZero();
  }

  @Test
  void aProcessWhoseNameIsMadeToConfuse() {
    String stat =
        "42 (evil) R 1 (x)) S 1 42 42 0 -1 4194560 100 0 0 0 700 50 0 0 20 0 9 0 12345 1 2 3";
    ProcessTimes times = ProcessTimes.parse(stat);
    assertThat(times).isEqualTo(new ProcessTimes(42, "evil) R 1 (x)", 750, 12_345));
    assertThat(times.ticksSince(new ProcessTimes(42, "x", 700, 12_345))).isEqualTo(50);
    assertThat(times.ticksSince(new ProcessTimes(42, "x", 9_000, 1))).isEqualTo(750);
  }

  @Test
  void allProcessesInSight() {
    MadeUpKernel made =
        new MadeUpKernel(root)
            .with("/proc/7/stat", "7 (a) S 1 1 1 0 -1 0 0 0 0 0 3 4 0 0 20 0 1 0 99 0")
            .with("/proc/8/stat", "gone")
            .with("/proc/self/stat", "9 (a) S 1 1 1 0 -1 0 0 0 0 0 3 4 0 0 20 0 1 0 99 0");
    assertThat(ProcessTimes.all(made.kernel()))
        .containsOnlyKeys(7L)
        .containsValue(new ProcessTimes(7, "a", 7, 99));
  }

  @Test
  void limits() {
    Kernel kernel =
        new MadeUpKernel(root)
            .with(
                "/proc/self/limits",
                """
                Limit                     Soft Limit           Hard Limit           Units
                Max processes             unlimited            96365                processes
                Max open files            1024                 unlimited            files
                """)
            .kernel();
    assertThat(Limit.of(kernel, "Max open files").value())
        .contains(new Limit(1_024, Long.MAX_VALUE));
    assertThat(Limit.of(kernel, "Max processes").value())
        .contains(new Limit(Long.MAX_VALUE, 96_365));
    assertThat(Limit.of(kernel, "Max nothing").reason())
        .isEqualTo("/proc/self/limits has no Max nothing");
  }

  @Test
  void wordsInBracketsAndNumbers() {
    Kernel kernel =
        new MadeUpKernel(root)
            .with("/a", "always [madvise] never\n")
            .with("/b", "nothing chosen")
            .with("/c", "60\n")
            .kernel();
    assertThat(kernel.choice("/a").value()).contains("madvise");
    assertThat(kernel.choice("/b").reason()).isEqualTo("\"nothing chosen\" is not understood");
    assertThat(kernel.number("/c").value()).contains(60L);
    assertThat(kernel.number("/a").reason()).contains("is not understood");
    assertThat(kernel.number("/none").reason()).isEqualTo("/none: there is no such file or folder");
  }

  @Test
  void namesThatMatch() {
    Kernel kernel =
        new MadeUpKernel(root)
            .with("/d/cpu1/x", "")
            .with("/d/cpu0/x", "")
            .with("/d/cpufreq", "")
            .kernel();
    assertThat(kernel.names("/d", "cpu[0-9]+")).isEqualTo(List.of("cpu0", "cpu1"));
    assertThat(kernel.names("/none", ".*")).isEmpty();
  }
}
