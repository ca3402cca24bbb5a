// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.machine.ControlGroup;
import cachemark.machine.CpuTimes;
import cachemark.machine.Kernel;
import cachemark.machine.Limit;
import cachemark.machine.ProcessTimes;
import cachemark.machine.Reading;
import cachemark.server.CpuSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is in the kernel's files, and whatever programs say, something can be said of it. */
final class GarbageTest {
  private static final List<String> FILES =
      List.of(
          "/proc/cpuinfo",
          "/proc/self/status",
          "/proc/self/cgroup",
          "/proc/self/mountinfo",
          "/proc/self/limits",
          "/proc/meminfo",
          "/proc/loadavg",
          "/proc/net/sockstat",
          "/proc/sys/kernel/osrelease",
          "/proc/sys/net/core/somaxconn",
          "/proc/sys/net/ipv4/ip_local_port_range",
          "/proc/sys/net/ipv4/tcp_tw_reuse",
          "/proc/sys/vm/swappiness",
          "/etc/os-release",
          "/sys/devices/system/cpu/online",
          "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor",
          "/sys/devices/system/cpu/cpu0/topology/thread_siblings_list",
          "/sys/devices/system/cpu/cpufreq/boost",
          "/sys/devices/system/clocksource/clocksource0/current_clocksource",
          "/sys/devices/system/clocksource/clocksource0/available_clocksource",
          "/sys/fs/cgroup/cpu.max",
          "/sys/fs/cgroup/cpu.cfs_quota_us",
          "/sys/fs/cgroup/cpu.cfs_period_us",
          "/sys/fs/cgroup/memory.max",
          "/sys/kernel/mm/transparent_hugepage/enabled");

  private static final List<String> PIECES =
      List.of(
          "0",
          "-1",
          "9223372036854775807",
          "99999999999999999999",
          "1e400",
          "NaN",
          "0-4294967295",
          "max",
          "unlimited",
          "[",
          "]",
          ":",
          "\n",
          "\t",
          " ",
          " - ",
          ",",
          "/..",
          "\0",
          "\u001b[31m",
          "é",
          "cpu ",
          "(",
          ")",
          "model name\t: ",
          "flags\t: ",
          "Cpus_allowed_list:\t",
          "MemTotal: ",
          "MemAvailable: ",
          "SwapTotal: ",
          "SwapFree: ",
          " kB\n",
          "Max open files ",
          "Max processes ",
          "TCP: inuse 1 tw ",
          "29 23 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n",
          "29 23 0:26 / /sys/fs/cgroup rw - cgroup cgroup rw,cpu,memory\n",
          "0::/a\n",
          "2:cpu:/\n");

  @Property(tries = 60)
  void mixturesInEveryFile(@ForAll("mixtures") String content) throws IOException {
    assertSomethingIsSaid(content.getBytes(UTF_8));
  }

  @Property(tries = 20)
  void bytesInEveryFile(@ForAll byte[] content) throws IOException {
    assertSomethingIsSaid(content);
  }

  @Example
  void noFilesAtAll() throws IOException {
    Path root = Files.createTempDirectory("doctor-nothing-");
    assertSaid(host(root, ""));
    Files.delete(root);
  }

  @Property
  void parsersOnlyRefuse(@ForAll("mixtures") String text) {
    Reading<String> reading = Reading.of(text);
    reading.map(CpuSet::parse);
    reading.map(CpuTimes::parse);
    reading.map(ProcessTimes::parse);
    reading.map(CpuTimes::parse).map(times -> times.since(times).stolen());
  }

  @Provide
  Arbitrary<String> mixtures() {
    return Arbitraries.of(PIECES).list().ofMaxSize(25).map(pieces -> String.join("", pieces));
  }

  private static void assertSomethingIsSaid(byte[] content) throws IOException {
    Path root = Files.createTempDirectory("doctor-garbage-");
    try {
      for (String file : FILES) {
        Path path = root.resolve(file.substring(1));
        Files.createDirectories(path.getParent());
        Files.write(path, content);
      }
      assertSaid(host(root, new String(content, UTF_8)));
    } finally {
      try (Stream<Path> all = Files.walk(root)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static void assertSaid(Host host) {
    List<Finding> findings =
        Stream.<Probe>of(
                CpuProbe::look,
                MemoryProbe::look,
                SystemProbe::look,
                FrequencyProbe::look,
                PagingProbe::look,
                LimitProbe::look,
                NetworkProbe::look,
                DiskProbe::look,
                each -> new LocalSource(each).look().findings(),
                each -> List.of(ActivityProbe.load(each, 1)))
            .flatMap(probe -> probe.look(host).stream())
            .toList();
    assertThat(findings)
        .hasSizeGreaterThan(15)
        .allSatisfy(finding -> assertThat(finding.line()).doesNotContainPattern("\\p{Cntrl}"));
    Limit.of(host.kernel(), "Max open files");
    ControlGroup.of(host.kernel()).map(ControlGroup::memoryBytes);
  }

  private static Host host(Path root, String answer) {
    Commands commands =
        new Commands() {
          @Override
          public Optional<Path> find(String program) {
            return Optional.of(Path.of(program));
          }

          @Override
          public Reading<String> ask(List<String> command) {
            return Reading.of(answer);
          }
        };
    return new Host(new Kernel(root), "Linux", "x", 17, root, root, Map.of(), List.of(), commands);
  }
}
