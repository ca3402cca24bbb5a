// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.machine.Reading;
import cachemark.server.CpuSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;

/** How fast cores are clocked, and whether they share what computes. */
final class FrequencyProbe {
  private static final String CPUS = "/sys/devices/system/cpu/";

  private FrequencyProbe() {}

  static List<Finding> look(Host host) {
    return List.of(governor(host), boost(host), siblings(host));
  }

  private static Finding governor(Host host) {
    Reading<NavigableSet<String>> reading = host.machine().governors();
    if (reading.value().isEmpty()) {
      return Finding.unknown("governor", "frequency governor", reading.reason());
    }
    Set<String> governors = reading.value().get();
    String names = String.join(", ", governors);
    Finding finding =
        governors.equals(Set.of("performance"))
            ? Finding.ok("governor", "frequency governor performance")
            : Finding.warning(
                "governor",
                "frequency governor "
                    + names
                    + ": the clock follows the load, so the start of each measurement is slower and"
                    + " a lightly loaded server looks slower than a busy one",
                host.write("performance", CPUS + "cpu*/cpufreq/scaling_governor"));
    return finding.with("governor", names);
  }

  private static Finding boost(Host host) {
    Reading<Boolean> on =
        host.kernel()
            .number(CPUS + "intel_pstate/no_turbo")
            .map(off -> off == 0)
            .or(host.kernel().number(CPUS + "cpufreq/boost").map(value -> value == 1));
    if (on.value().isEmpty()) {
      return Finding.unknown("boost", "turbo", "the kernel does not tell");
    }
    boolean intel = host.kernel().number(CPUS + "intel_pstate/no_turbo").value().isPresent();
    Finding finding =
        on.value().get()
            ? new Finding(
                "boost",
                Mark.NOTE,
                "turbo is on: one busy core is clocked higher than many, and all the lower the"
                    + " warmer they are; to see less of it",
                intel
                    ? host.write("1", CPUS + "intel_pstate/no_turbo")
                    : host.write("0", CPUS + "cpufreq/boost"),
                Map.of())
            : Finding.ok("boost", "turbo is off");
    return finding.with("boost", on.value().get());
  }

  /** Two cores that are one are no matter, unless client and server think they have their own. */
  private static Finding siblings(Host host) {
    Reading<CpuSet> allowed = host.machine().coresAllowed();
    if (allowed.value().isEmpty()) {
      return Finding.unknown("smt", "cores that share a core (SMT)", allowed.reason());
    }
    List<Integer> cores = allowed.value().get().cores();
    List<Integer> client = cores.subList(0, cores.size() / 2);
    boolean shared = false;
    boolean crossing = false;
    for (int core : client) {
      List<Integer> same =
          host.machine().siblings(core).map(CpuSet::cores).value().orElse(List.of());
      shared |= same.size() > 1;
      crossing |= !client.containsAll(same) && touches(same, cores);
    }
    if (crossing && shared) {
      return Finding.warning(
              "smt",
              "SMT is on, and with --pin split client and servers get halves of the same cores:"
                  + " each slows the other down, and nothing tells how much",
              host.write("off", CPUS + "smt/control"))
          .with("smtShared", true);
    }
    return (shared
            ? Finding.note(
                "smt",
                "SMT is on: threads may share a core, so twice as many are not twice as fast")
            : Finding.ok("smt", "no two cores share one (no SMT)"))
        .with("smtShared", shared);
  }

  /** Whether one of {@code siblings} is on the side of the servers. */
  private static boolean touches(List<Integer> siblings, List<Integer> cores) {
    return cores.subList(cores.size() / 2, cores.size()).stream().anyMatch(siblings::contains);
  }
}
