// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.machine.ControlGroup;
import cachemark.machine.Machine;
import cachemark.machine.Reading;
import cachemark.server.CpuSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which cores there are, and how much of them we may use. */
final class CpuProbe {
  private static final int CORES_FOR_SPLIT = 4;

  private CpuProbe() {}

  static List<Finding> look(Host host) {
    Machine machine = host.machine();
    String model = machine.cpuModel().value().orElse("CPU of unknown model");
    int allowed = count(machine.coresAllowed()).orElse(Runtime.getRuntime().availableProcessors());
    int present = count(machine.coresPresent()).orElse(allowed);
    List<Finding> findings = new ArrayList<>();
    findings.add(
        cores(model, allowed, present)
            .with("model", model)
            .with("coresAllowed", allowed)
            .with("coresPresent", present));
    findings.add(quota(machine.controlGroup(), allowed));
    return findings;
  }

  private static Optional<Integer> count(Reading<CpuSet> cores) {
    return cores.map(CpuSet::cores).map(List::size).value();
  }

  private static Finding cores(String model, int allowed, int present) {
    String text =
        String.format(Locale.ROOT, "%s, %d of %d cores may be used", model, allowed, present);
    if (allowed == 1) {
      return Finding.warning(
          "cpu",
          text + ": client, server and kernel wait for each other, threads only queue",
          present > 1 ? "start with: taskset -c 0-" + (present - 1) : "use two cores or more");
    }
    if (allowed < CORES_FOR_SPLIT) {
      return Finding.note(
          "cpu",
          text
              + ": too few to give client and servers their own; one thread is measured on one core"
              + " with the server, several on any");
    }
    return Finding.ok("cpu", text);
  }

  private static Finding quota(Reading<ControlGroup> group, int allowed) {
    if (group.value().isEmpty()) {
      return Finding.unknown("cpuQuota", "CPU limit of the control group", group.reason());
    }
    Optional<Double> cores = group.value().flatMap(ControlGroup::cores);
    if (cores.isEmpty()) {
      return Finding.ok("cpuQuota", "no control group limits the CPU time");
    }
    String limit = Amounts.decimal(cores.get());
    Finding finding =
        cores.get() >= allowed
            ? Finding.ok("cpuQuota", "the control group's limit of " + limit + " cores is no limit")
            : Finding.warning(
                "cpuQuota",
                "the control group allows the time of "
                    + limit
                    + " cores: once it is used up all stand still for the rest of 100 ms, which"
                    + " makes tails of tens of ms",
                "give the container whole cores (--cpuset-cpus=0-1) in place of --cpus");
    return finding.with("quotaCores", cores.get());
  }
}
