// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Kernel, hypervisor and Java. */
final class SystemProbe {
  private static final List<String> SLOWING =
      List.of(
          "-Xint", "-agentlib:", "-agentpath:", "-javaagent:", "-XX:TieredStopAtLevel", "-Xcomp");

  /** The variables whose flags every JVM takes on, that of forks too. */
  private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

  private SystemProbe() {}

  static List<Finding> look(Host host) {
    List<Finding> findings = new ArrayList<>();
    findings.add(kernel(host));
    findings.add(hypervisor(host));
    findings.add(java(host));
    for (String variable : VARIABLES) {
      Optional.ofNullable(host.environment().get(variable))
          .ifPresent(flags -> findings.add(taken(variable, flags)));
    }
    return findings;
  }

  private static Finding kernel(Host host) {
    if (!host.linux()) {
      return Finding.note(
          "kernel",
          host.os()
              + " is not Linux: processes cannot be kept on cores, and much of what follows is"
              + " unknown");
    }
    String release = host.kernel().text("/proc/sys/kernel/osrelease").value().orElse("");
    String name = host.machine().distribution().value().orElse("unknown distribution");
    return Finding.ok("kernel", "Linux " + release + ", " + name).with("kernelRelease", release);
  }

  private static Finding hypervisor(Host host) {
    Optional<Boolean> virtual =
        host.kernel()
            .value("/proc/cpuinfo", "flags")
            .map(flags -> (" " + flags + " ").contains(" hypervisor "))
            .value();
    if (virtual.isEmpty()) {
      return Finding.unknown("virtualised", "virtual machine or not", "the CPU has no such flag");
    }
    Finding finding =
        virtual.get()
            ? Finding.note(
                "virtualised",
                "a virtual machine: sleeping cores wake slowly, and neighbours show as steal time"
                    + " and gaps; compare ratios within a run rather than absolute numbers")
            : Finding.ok("virtualised", "no virtual machine");
    return finding.with("virtualised", virtual.get());
  }

  private static Finding java(Host host) {
    String name =
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version");
    String flags = String.join(" ", host.jvmFlags());
    String text = name + (flags.isEmpty() ? ", no flags" : ", started with " + flags);
    boolean slow =
        host.jvmFlags().stream().anyMatch(flag -> SLOWING.stream().anyMatch(flag::startsWith));
    Finding finding =
        slow
            ? Finding.warning(
                "java", text + ": these slow down the doctor's numbers", "leave them out")
            : Finding.ok("java", text);
    return finding.with("javaVersion", host.javaVersion()).with("jvmFlags", host.jvmFlags());
  }

  private static Finding taken(String variable, String flags) {
    String text = variable + " is set (" + flags + "): every fork takes it on";
    boolean slow =
        Stream.of(flags.split(" ", -1))
            .anyMatch(flag -> SLOWING.stream().anyMatch(flag::startsWith));
    return Finding.warning(
        "javaOptions",
        text + (slow ? ", and these slow it down" : ", so runs with and without do not compare"),
        "unset " + variable);
  }
}
