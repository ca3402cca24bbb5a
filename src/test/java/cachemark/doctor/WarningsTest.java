// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.machine.CpuTimes;
import cachemark.machine.Kernel;
import cachemark.machine.ProcessTimes;
import cachemark.machine.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that bends numbers is warned of, with what it does and what to do. */
final class WarningsTest {
  @TempDir private Path root;
  private MadeUpHost made;

  @BeforeEach
  void make() {
    made = new MadeUpHost(root);
  }

  @Test
  void aMachineWithoutFaultHasNone() {
    List<Finding> findings =
        Stream.<Probe>of(
                CpuProbe::look,
                MemoryProbe::look,
                SystemProbe::look,
                FrequencyProbe::look,
                PagingProbe::look,
                ClockProbe::look,
                LimitProbe::look,
                NetworkProbe::look)
            .flatMap(probe -> probe.look(made.host()).stream())
            .filter(finding -> !finding.id().equals("nanoTime")) // this machine's own
            .toList();
    assertThat(findings)
        .allSatisfy(finding -> assertThat(finding.mark()).as(finding.line()).isEqualTo(Mark.OK));
    assertThat(findings).extracting(Finding::id).doesNotHaveDuplicates();
  }

  @Test
  void aQuotaOfTheControlGroup() {
    made.file("/sys/fs/cgroup/cpu.max", "150000 100000");
    warned(CpuProbe::look, "cpuQuota", "1.50 cores", "stand still", "--cpuset-cpus");
  }

  @Test
  void aQuotaThatIsNone() {
    made.file("/sys/fs/cgroup/cpu.max", "800000 100000");
    assertThat(found(CpuProbe::look, "cpuQuota").mark()).isEqualTo(Mark.OK);
  }

  @Test
  void aSingleCore() {
    made.file("/proc/self/status", "Cpus_allowed_list:\t3\n");
    warned(CpuProbe::look, "cpu", "1 of 8 cores", "wait for each other", "taskset -c 0-7");
  }

  @Test
  void littleMemory() {
    made.file("/proc/meminfo", MadeUpHost.meminfo(2_000_000, 800_000, 0, 0));
    warned(MemoryProbe::look, "memory", "819 MB of 2.0 GB", "end or swap one", "ps -eo");
  }

  @Test
  void littleMemoryForTheGroup() {
    made.file("/sys/fs/cgroup/memory.max", "512000000");
    warned(MemoryProbe::look, "memoryLimit", "512 MB", "end or swap one", "--memory=4g");
  }

  @Test
  void flagsThatSlowJava() {
    made.jvmFlags("-Xint");
    warned(SystemProbe::look, "java", "-Xint", "slow down", "leave them out");
  }

  @Test
  void flagsThatEveryForkTakesOn() {
    made.variable("JAVA_TOOL_OPTIONS", "-javaagent:x.jar");
    warned(SystemProbe::look, "javaOptions", "every fork", "unset JAVA_TOOL_OPTIONS");
  }

  @Test
  void aVirtualMachineIsNoted() {
    made.file("/proc/cpuinfo", "model name\t: X\nflags\t\t: fpu hypervisor lahf_lm\n");
    assertThat(found(SystemProbe::look, "virtualised").mark()).isEqualTo(Mark.NOTE);
  }

  @Test
  void aGovernorThatSavesPower() {
    made.file(MadeUpHost.cpu(3) + "/cpufreq/scaling_governor", "powersave\n");
    warned(
        FrequencyProbe::look,
        "governor",
        "performance, powersave",
        "start of each measurement",
        "echo performance | sudo tee");
  }

  @Test
  void rootNeedsNoSudo() {
    made.user("root").file("/proc/sys/net/core/somaxconn", "128\n");
    Finding finding = warned(NetworkProbe::look, "somaxconn", "128", "1 s");
    assertThat(finding.remedy()).isEqualTo("sysctl -w net.core.somaxconn=4096");
  }

  @Test
  void noGovernorIsUnknown(@TempDir Path nothing) {
    Finding finding =
        FrequencyProbe.look(bare(nothing)).stream()
            .filter(each -> each.id().equals("governor"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.mark()).isEqualTo(Mark.NOTE);
    assertThat(finding.text()).contains("unknown (the kernel has none");
  }

  @Test
  void turboIsNotedWithItsSwitch() {
    made.file("/sys/devices/system/cpu/intel_pstate/no_turbo", "0\n");
    Finding finding = found(FrequencyProbe::look, "boost");
    assertThat(finding.mark()).isEqualTo(Mark.NOTE);
    assertThat(finding.remedy())
        .isEqualTo("echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo");
  }

  @Test
  void siblingsOnBothSides() {
    for (int core = 0; core < 8; core++) {
      made.file(
          MadeUpHost.cpu(core) + "/topology/thread_siblings_list",
          core % 4 + "," + (core % 4 + 4) + "\n");
    }
    warned(FrequencyProbe::look, "smt", "halves of the same cores", "smt/control");
  }

  @Test
  void siblingsOnOneSideAreOnlyNoted() {
    for (int core = 0; core < 8; core++) {
      made.file(
          MadeUpHost.cpu(core) + "/topology/thread_siblings_list",
          core / 2 * 2 + "-" + (core / 2 * 2 + 1) + "\n");
    }
    assertThat(found(FrequencyProbe::look, "smt").mark()).isEqualTo(Mark.NOTE);
  }

  @Test
  void swapInUse() {
    made.file("/proc/meminfo", MadeUpHost.meminfo(16_000_000, 12_000_000, 4_000_000, 3_000_000));
    warned(PagingProbe::look, "swap", "1.0 GB are swapped out", "ms", "sudo swapoff -a");
  }

  @Test
  void hugePagesAlways() {
    made.file("/sys/kernel/mm/transparent_hugepage/enabled", "[always] madvise never");
    warned(PagingProbe::look, "hugePages", "stall", "echo madvise | sudo tee");
  }

  @Test
  void aSlowClock() {
    made.file("/sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet\n");
    warned(ClockProbe::look, "clockSource", "hpet", "microsecond", "echo tsc | sudo tee");
  }

  @Test
  void aSlowClockWithoutChoice() {
    made.file("/sys/devices/system/clocksource/clocksource0/current_clocksource", "acpi_pm\n");
    made.file("/sys/devices/system/clocksource/clocksource0/available_clocksource", "acpi_pm\n");
    warned(ClockProbe::look, "clockSource", "start the kernel with clocksource=tsc");
  }

  @Test
  void otherGoodClocks() {
    for (String good : List.of("kvm-clock", "arch_sys_counter", "hyperv_clocksource_tsc_page")) {
      made.file("/sys/devices/system/clocksource/clocksource0/current_clocksource", good);
      assertThat(found(ClockProbe::look, "clockSource").mark()).isEqualTo(Mark.OK);
    }
  }

  @Test
  void aCoarseNanoTime() {
    assertThat(ClockProbe.nanoTime(900, 1_000).line()).contains("warning", "900 ns", "too coarse");
    assertThat(ClockProbe.nanoTime(20, 15_000_000).line()).contains("warning", "15.0 ms");
    assertThat(ClockProbe.nanoTime(25, 1).mark()).isEqualTo(Mark.OK);
  }

  @Test
  void programsThatRunHot() {
    Map<Long, ProcessTimes> before =
        Map.of(1L, new ProcessTimes(1, "cc1plus", 100, 5), 2L, new ProcessTimes(2, "us", 0, 5));
    Map<Long, ProcessTimes> after =
        Map.of(
            1L,
            new ProcessTimes(1, "cc1plus", 180, 5),
            2L,
            new ProcessTimes(2, "us", 100, 5),
            3L,
            new ProcessTimes(3, "new", 10, 9));
    Map<String, Double> shares = ActivityProbe.shares(before, after, 1, Set.of(2L));
    assertThat(shares).containsOnly(Map.entry("cc1plus", 0.8), Map.entry("new", 0.1));
    assertThat(ActivityProbe.busy(shares).line())
        .contains("warning", "others use 90 % of a core (cc1plus 80 %, new 10 %)", "top -o %CPU");
    assertThat(ActivityProbe.busy(Map.of()).mark()).isEqualTo(Mark.OK);
  }

  @Test
  void timeThatTheHypervisorTook() {
    CpuTimes before = new CpuTimes(1_000, 900, 0);
    Finding finding = ActivityProbe.steal(new CpuTimes(1_200, 1_000, 30), before);
    assertThat(finding.line()).contains("warning", "15.0 % of the last second", "stand still");
    assertThat(ActivityProbe.steal(before, before).mark()).isEqualTo(Mark.OK);
  }

  @Test
  void aLoadThatIsStillThere() {
    made.file("/proc/loadavg", "9999.5 1 1 1/1 1\n");
    assertThat(ActivityProbe.load(made.host(), 0.9).mark()).isEqualTo(Mark.WARNING);
    assertThat(ActivityProbe.load(made.host(), 0.0).mark()).isEqualTo(Mark.NOTE);
  }

  @Test
  void fewFilesAndThreads() {
    made.file(
        "/proc/self/limits",
        "Max processes  500  500  processes\nMax open files  1024  4096  files\n");
    warned(LimitProbe::look, "openFiles", "4 096 files", "C18", "ulimit -Hn 20000");
    warned(LimitProbe::look, "processes", "500 threads", "ulimit -u");
  }

  @Test
  void fewPorts() {
    made.file("/proc/sys/net/ipv4/ip_local_port_range", "50000 51999");
    warned(
        NetworkProbe::look,
        "ports",
        "2 000 ephemeral ports",
        "33 connections/s",
        "EADDRNOTAVAIL",
        "sudo sysctl -w net.ipv4.ip_local_port_range=\"1024 65535\"");
  }

  @Test
  void portsThatAreNotUsedAgain() {
    made.file("/proc/sys/net/ipv4/tcp_tw_reuse", "0");
    warned(NetworkProbe::look, "ports", "on loopback too", "net.ipv4.tcp_tw_reuse=2");
  }

  @Test
  void manySocketsThatWait() {
    made.file("/proc/net/sockstat", "TCP: inuse 1 orphan 0 tw 20000 alloc 1 mem 2\n");
    warned(NetworkProbe::look, "timeWait", "20 000 sockets", "sleep 60");
  }

  @Test
  void foldersThatDoNotDo() {
    Host host = made.host();
    Host rooted = made.user("root").host();
    assertThat(servers(host, place(100_000_000, "ext4"))).isEqualTo(Mark.MISSING);
    assertThat(servers(host, place(100_000_000_000L, "tmpfs"))).isEqualTo(Mark.WARNING);
    assertThat(servers(host, place(100_000_000_000L, "nfs4"))).isEqualTo(Mark.WARNING);
    assertThat(servers(host, place(100_000_000_000L, "ext4"))).isEqualTo(Mark.OK);
    DiskProbe.Place closed = new DiskProbe.Place(100_000_000_000L, "ext4", true, Optional.of(root));
    assertThat(servers(host, closed)).isEqualTo(Mark.OK);
    assertThat(servers(rooted, closed)).isEqualTo(Mark.MISSING);
    assertThat(DiskProbe.results(host, Reading.of(place(1_000, "ext4"))).mark())
        .isEqualTo(Mark.WARNING);
    assertThat(
            DiskProbe.results(
                    host, Reading.of(new DiskProbe.Place(1L << 40, "x", false, Optional.empty())))
                .mark())
        .isEqualTo(Mark.MISSING);
  }

  private static DiskProbe.Place place(long freeBytes, String kind) {
    return new DiskProbe.Place(freeBytes, kind, true, Optional.empty());
  }

  private static Mark servers(Host host, DiskProbe.Place place) {
    return DiskProbe.servers(host, Reading.of(place)).mark();
  }

  private static Host bare(Path root) {
    Host whole = new MadeUpHost(root.resolve("whole")).host();
    return new Host(
        new Kernel(root.resolve("nothing")),
        whole.os(),
        whole.user(),
        17,
        root,
        root,
        Map.of(),
        List.of(),
        whole.commands());
  }

  private Finding found(Probe probe, String id) {
    return probe.look(made.host()).stream()
        .filter(finding -> finding.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Finding warned(Probe probe, String id, String... parts) {
    Finding finding = found(probe, id);
    assertThat(finding.line()).startsWith("  warning  ").contains(parts).doesNotContain("\n");
    assertThat(finding.remedy()).isNotEmpty();
    return finding;
  }
}
