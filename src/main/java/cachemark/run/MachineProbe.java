// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.result.BuildFacts;
import cachemark.result.MachineFacts;
import cachemark.server.Cores;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Reads what this machine and this build say of themselves. */
final class MachineProbe {
  private static final String UNKNOWN = "unknown";

  private MachineProbe() {}

  static MachineFacts machine(List<String> jvmFlags) {
    return new MachineFacts(
        valueOf(Path.of("/proc/cpuinfo"), "model name"),
        Cores.ofThisMachine().count(),
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
        content(Path.of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")),
        content(Path.of("/sys/fs/cgroup/cpu.max")),
        valueOf(Path.of("/etc/os-release"), "PRETTY_NAME").replace("\"", ""),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.runtime.version") + " " + System.getProperty("java.vm.vendor"),
        jvmFlags);
  }

  /** What the build wrote into the jar about its sources. */
  static BuildFacts build() {
    Properties git = new Properties();
    try (InputStream in = MachineProbe.class.getResourceAsStream("/git.properties")) {
      if (in != null) {
        git.load(in);
      }
    } catch (IOException e) {
      throw new RunException("git.properties in the jar cannot be read: " + e.getMessage(), e);
    }
    return build(git);
  }

  /** What a build's git.properties say of its sources. */
  static BuildFacts build(Properties git) {
    return new BuildFacts(
        git.getProperty("git.build.version", UNKNOWN),
        git.getProperty("git.commit.id.abbrev", UNKNOWN),
        Boolean.parseBoolean(git.getProperty("git.dirty", "false")));
  }

  private static String content(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return UNKNOWN; // not every machine has every file
    }
  }

  /** What follows the first {@code key} and a colon or equals sign. */
  private static String valueOf(Path file, String key) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(key.length()).replaceFirst("^\\s*[:=]\\s*", ""))
          .findFirst()
          .orElse(UNKNOWN);
    } catch (IOException e) {
      return UNKNOWN; // not every machine has every file
    }
  }
}
