// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.machine.ControlGroup;
import cachemark.machine.Machine;
import cachemark.result.BuildFacts;
import cachemark.result.MachineFacts;
import cachemark.server.Cores;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Properties;

/** What this machine and this build say of themselves, as facts of a run. */
final class MachineProbe {
  private static final String UNKNOWN = "unknown";

  private MachineProbe() {}

  static MachineFacts machine(List<String> jvmFlags) {
    return machine(Machine.ofThisProcess(), jvmFlags);
  }

  static MachineFacts machine(Machine machine, List<String> jvmFlags) {
    return new MachineFacts(
        machine.cpuModel().value().orElse(UNKNOWN),
        Cores.ofThisMachine().count(),
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
        machine.governors().map(names -> String.join(", ", names)).value().orElse(UNKNOWN),
        machine.controlGroup().value().flatMap(ControlGroup::cpuMax).orElse(UNKNOWN),
        machine.distribution().value().orElse(UNKNOWN),
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
}
