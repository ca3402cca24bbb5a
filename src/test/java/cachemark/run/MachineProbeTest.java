// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.machine.Machine;
import cachemark.machine.MadeUpKernel;
import cachemark.result.MachineFacts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineProbeTest {
  @TempDir private Path root;
  private MadeUpKernel made;

  @BeforeEach
  void make() {
    made = new MadeUpKernel(root);
  }

  @Test
  void whatTheKernelTellsIsStored() {
    made.with("/proc/cpuinfo", "processor\t: 0\nmodel name\t: Fine CPU @ 2: GHz\n")
        .with("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave\n")
        .with("/sys/devices/system/cpu/cpu1/cpufreq/scaling_governor", "performance\n")
        .with("/proc/self/mountinfo", "29 23 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n")
        .with("/proc/self/cgroup", "0::/a.slice\n")
        .with("/sys/fs/cgroup/a.slice/cpu.max", "150000 100000\n")
        .with("/etc/os-release", "NAME=\"Fine\"\nPRETTY_NAME=\"Fine Linux 1\"\n");
    MachineFacts facts = facts();
    assertThat(facts.cpu()).isEqualTo("Fine CPU @ 2: GHz");
    assertThat(facts.governor()).isEqualTo("performance, powersave");
    assertThat(facts.cgroupCpuMax()).isEqualTo("150000 100000");
    assertThat(facts.os()).isEqualTo("Fine Linux 1");
    assertThat(facts.cores()).isPositive();
    assertThat(facts.memoryBytes()).isPositive();
    assertThat(facts.jvmFlags()).containsExactly("-Xmx1g");
  }

  @Test
  void whatItDoesNotTellIsUnknown() {
    MachineFacts facts = facts();
    assertThat(List.of(facts.cpu(), facts.governor(), facts.cgroupCpuMax(), facts.os()))
        .containsOnly("unknown");
  }

  private MachineFacts facts() {
    return MachineProbe.machine(new Machine(made.kernel()), List.of("-Xmx1g"));
  }
}
