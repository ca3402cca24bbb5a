// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.machine.MadeUpKernel;
import cachemark.machine.Reading;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A machine without fault, of which a test spoils a thing or two. */
final class MadeUpHost {
  private final MadeUpKernel kernel;
  private final Path root;
  private final Map<String, String> answers = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private String user = "somebody";
  private String os = "Linux";
  private List<String> jvmFlags = List.of();

  MadeUpHost(Path root) {
    this.root = root;
    this.kernel = new MadeUpKernel(root);
    file("/proc/cpuinfo", "processor\t: 0\nmodel name\t: Fine CPU\nflags\t\t: fpu tsc\n");
    file("/proc/self/status", "Name:\tjava\nCpus_allowed:\tff\nCpus_allowed_list:\t0-7\n");
    file("/sys/devices/system/cpu/online", "0-7\n");
    file("/proc/self/mountinfo", "29 23 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n");
    file("/proc/self/cgroup", "0::/\n");
    file("/proc/meminfo", meminfo(16_000_000, 12_000_000, 0, 0));
    file("/proc/sys/kernel/osrelease", "6.1.0\n");
    file("/etc/os-release", "NAME=\"Fine\"\nPRETTY_NAME=\"Fine Linux 1\"\n");
    for (int core = 0; core < 8; core++) {
      file(cpu(core) + "/cpufreq/scaling_governor", "performance\n");
      file(cpu(core) + "/topology/thread_siblings_list", core + "\n");
    }
    file("/sys/devices/system/cpu/cpufreq/boost", "0\n");
    file("/proc/sys/vm/swappiness", "1\n");
    file("/sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n");
    file("/sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc\n");
    file("/sys/devices/system/clocksource/clocksource0/available_clocksource", "tsc hpet\n");
    file("/run/systemd/timesync/synchronized", "");
    file("/proc/loadavg", "0.05 0.10 0.09 1/100 999\n");
    file(
        "/proc/self/limits",
        """
        Max processes             96365      96365      processes
        Max open files            1048576    1048576    files
        """);
    file("/proc/sys/net/ipv4/ip_local_port_range", "32768\t60999\n");
    file("/proc/sys/net/ipv4/tcp_tw_reuse", "2\n");
    file("/proc/net/sockstat", "sockets: used 29\nTCP: inuse 1 orphan 0 tw 7 alloc 1 mem 202\n");
    file("/proc/sys/net/core/somaxconn", "4096\n");
    for (String tool : List.of("taskset", "setpriv", "setsid", "apt-get")) {
      program(tool, "");
    }
    program("memcached", "memcached 1.6.18");
    program("redis-server", "Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.2.1 bits=64");
    program("mysqld", "mysqld  Ver 10.11.14-MariaDB-0+deb12u2 for debian-linux-gnu on x86_64");
  }

  static String cpu(int core) {
    return "/sys/devices/system/cpu/cpu" + core;
  }

  static String meminfo(long totalKb, long availableKb, long swapKb, long swapFreeKb) {
    return "MemTotal:       %d kB\nMemFree: 1 kB\nMemAvailable:   %d kB\nSwapTotal: %d kB\nSwapFree: %d kB\n"
        .formatted(totalKb, availableKb, swapKb, swapFreeKb);
  }

  MadeUpHost file(String file, String content) {
    kernel.with(file, content);
    return this;
  }

  MadeUpHost program(String name, String answer) {
    answers.put(name, answer);
    return this;
  }

  MadeUpHost without(String program) {
    answers.remove(program);
    return this;
  }

  MadeUpHost user(String name) {
    user = name;
    return this;
  }

  MadeUpHost os(String name) {
    os = name;
    return this;
  }

  MadeUpHost variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  MadeUpHost jvmFlags(String... flags) {
    jvmFlags = List.of(flags);
    return this;
  }

  Host host() {
    return new Host(
        kernel.kernel(), os, user, 17, root, root, environment, jvmFlags, new Answers(answers));
  }

  private record Answers(Map<String, String> byProgram) implements Commands {
    @Override
    public Optional<Path> find(String program) {
      return byProgram.containsKey(program)
          ? Optional.of(Path.of("/usr/bin", program))
          : Optional.empty();
    }

    @Override
    public Reading<String> ask(List<String> command) {
      String answer = byProgram.get(String.valueOf(Path.of(command.get(0)).getFileName()));
      return answer == null ? Reading.unknown("not found") : Reading.of(answer);
    }
  }
}
