// SPDX-License-Identifier: Apache-2.0
package cachemark.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HardshipTest {
  @TempDir private Path root;
  private MadeUpKernel made;

  @BeforeEach
  void make() {
    made = new MadeUpKernel(root);
  }

  @Test
  void pagesInAndOutAddUp() {
    made.with("/proc/vmstat", "pgpgin 1\npswpin 100\npswpout 20\n");
    Hardship before = Hardship.of(made.kernel());
    assertThat(before).isEqualTo(new Hardship(120, Duration.ZERO));
    made.with("/proc/vmstat", "pgpgin 1\npswpin 103\npswpout 20\n");
    assertThat(Hardship.of(made.kernel()).since(before).swappedPages()).isEqualTo(3);
  }

  @Test
  void theSecondVersionCountsMicrosecondsOfAllGroupsAbove() {
    made.with(
            "/proc/self/mountinfo",
            "29 23 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw,nsdelegate\n")
        .with("/proc/self/cgroup", "0::/outer/inner\n")
        .with("/sys/fs/cgroup/outer/cpu.stat", "nr_throttled 2\nthrottled_usec 3000\n")
        .with("/sys/fs/cgroup/outer/inner/cpu.stat", "nr_throttled 1\nthrottled_usec 500\n");
    assertThat(Hardship.of(made.kernel()).throttled()).isEqualTo(Duration.ofNanos(3_500_000));
  }

  @Test
  void theFirstVersionCountsNanoseconds() {
    made.with(
            "/proc/self/mountinfo",
            "32 31 0:29 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu,cpuacct\n")
        .with("/proc/self/cgroup", "4:cpu,cpuacct:/job\n")
        .with("/sys/fs/cgroup/cpu/job/cpu.stat", "nr_throttled 2\nthrottled_time 35000000\n");
    assertThat(Hardship.of(made.kernel()).throttled()).isEqualTo(Duration.ofMillis(35));
  }

  @Test
  void aKernelThatDoesNotTellSuffersNothing() {
    Hardship nothing = new Hardship(0, Duration.ZERO);
    assertThat(Hardship.of(made.kernel())).isEqualTo(nothing);
    made.with("/proc/vmstat", "pswpin many\n");
    assertThat(Hardship.of(made.kernel())).isEqualTo(nothing);
  }

  @Test
  void anotherGroupBeginsAnew() {
    Hardship before = new Hardship(10, Duration.ofMillis(5));
    assertThat(new Hardship(10, Duration.ofMillis(2)).since(before).throttled()).isZero();
  }
}
