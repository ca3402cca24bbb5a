// SPDX-License-Identifier: Apache-2.0
package cachemark.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits of control groups of both versions. */
final class ControlGroupTest {
  private static final String V2 =
      "29 23 0:26 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n";
  private static final String V1 =
      """
      31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755
      32 31 0:29 / /sys/fs/cgroup/cpu,cpuacct rw,relatime shared:9 - cgroup cgroup rw,cpu,cpuacct
      35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory
      """;

  @TempDir private Path root;
  private MadeUpKernel made;

  @BeforeEach
  void make() {
    made = new MadeUpKernel(root);
  }

  @Test
  void theSecondVersionKnowsShares() {
    made.with("/proc/self/mountinfo", V2)
        .with("/proc/self/cgroup", "0::/user.slice/a.scope\n")
        .with("/sys/fs/cgroup/user.slice/a.scope/cpu.max", "150000 100000\n")
        .with("/sys/fs/cgroup/user.slice/a.scope/memory.max", "2147483648\n");
    assertThat(group().cores()).contains(1.5);
    assertThat(group().memoryBytes()).contains(2_147_483_648L);
  }

  @Test
  void theTightestGroupAboveCounts() {
    made.with("/proc/self/mountinfo", V2)
        .with("/proc/self/cgroup", "0::/outer/inner\n")
        .with("/sys/fs/cgroup/outer/cpu.max", "50000 100000")
        .with("/sys/fs/cgroup/outer/inner/cpu.max", "400000 100000")
        .with("/sys/fs/cgroup/outer/memory.max", "max")
        .with("/sys/fs/cgroup/outer/inner/memory.max", "1000000");
    assertThat(group().cores()).contains(0.5);
    assertThat(group().cpuMax()).contains("50000 100000");
    assertThat(group().memoryBytes()).contains(1_000_000L);
  }

  @Test
  void maxIsNoLimit() {
    made.with("/proc/self/mountinfo", V2)
        .with("/proc/self/cgroup", "0::/\n")
        .with("/sys/fs/cgroup/cpu.max", "max 100000")
        .with("/sys/fs/cgroup/memory.max", "max");
    assertThat(group().cores()).isEmpty();
    assertThat(group().cpuMax()).contains("max 100000");
    assertThat(group().memoryBytes()).isEmpty();
  }

  @Test
  void theFirstVersionKnowsQuotaAndPeriod() {
    made.with("/proc/self/mountinfo", V1)
        .with("/proc/self/cgroup", "4:memory:/job\n2:cpu,cpuacct:/job\n0::/\n")
        .with("/sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_quota_us", "25000")
        .with("/sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_period_us", "100000")
        .with("/sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712")
        .with("/sys/fs/cgroup/memory/job/memory.limit_in_bytes", "536870912");
    assertThat(group().cores()).contains(0.25);
    assertThat(group().cpuMax()).contains("25000 100000");
    assertThat(group().memoryBytes()).contains(536_870_912L);
  }

  @Test
  void inAContainerThePathOutsideIsOutOfSight() {
    made.with("/proc/self/mountinfo", V1)
        .with("/proc/self/cgroup", "4:memory:/docker/abc\n2:cpu,cpuacct:/docker/abc\n")
        .with("/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "200000")
        .with("/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000");
    assertThat(group().cores()).contains(2.0);
  }

  @Test
  void aQuotaOfMinusOneIsNone() {
    made.with("/proc/self/mountinfo", V1)
        .with("/proc/self/cgroup", "2:cpu,cpuacct:/\n")
        .with("/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "-1")
        .with("/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000");
    assertThat(group().cores()).isEmpty();
    assertThat(group().cpuMax()).contains("max 100000");
  }

  @Test
  void aPeriodOfNothingIsNoLimit() {
    made.with("/proc/self/mountinfo", V2)
        .with("/proc/self/cgroup", "0::/\n")
        .with("/sys/fs/cgroup/cpu.max", "100000 0");
    assertThat(group().cores()).isEmpty();
    assertThat(group().cpuMax()).isEmpty();
  }

  @Test
  void aGroupNeverLeadsOutOfTheMount() {
    made.with("/proc/self/mountinfo", V2)
        .with("/proc/self/cgroup", "0::/../../../../up\n")
        .with("/sys/fs/up/cpu.max", "1 100000");
    assertThat(group().cores()).isEmpty();
  }

  @Test
  void withoutTheFilesItIsUnknown() {
    Reading<ControlGroup> none = ControlGroup.of(made.kernel());
    assertThat(none.value()).isEmpty();
    assertThat(none.reason()).isEqualTo("/proc/self/cgroup: there is no such file or folder");
  }

  private ControlGroup group() {
    return ControlGroup.of(made.kernel()).value().orElseThrow();
  }
}
