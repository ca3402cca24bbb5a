// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.source;

import cachemark.compare.side.Aspect;
import cachemark.plan.Timing;
import cachemark.result.MachineFacts;
import cachemark.result.RunRecord;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a run says of itself that a comparison must know; what is unknown is left out. */
final class RunFacts {
  private static final String UNKNOWN = "unknown";
  private static final double BYTES_PER_GIB = 1L << 30;

  private RunFacts() {}

  static Map<Aspect, SortedMap<String, String>> of(RunRecord head) {
    MachineFacts machine = head.machine();
    return Map.of(
        Aspect.JDK,
        known("java", machine.java(), "flags", String.join(" ", machine.jvmFlags())),
        Aspect.HOST,
        known(
            "cpu", machine.cpu(),
            "cores", Integer.toString(machine.cores()),
            "memory", Math.round(machine.memoryBytes() / BYTES_PER_GIB) + " GiB",
            "governor", machine.governor(),
            "cgroup", machine.cgroupCpuMax(),
            "os", machine.os(),
            "kernel", machine.kernel()),
        Aspect.PROFILE,
        known("profile", head.plan().profile()));
  }

  /** How long a fork is measured. */
  static String timing(Timing timing) {
    return "warm-up "
        + timing.warmupMillis()
        + " ms, "
        + timing.iterations()
        + " × "
        + timing.iterationMillis()
        + " ms";
  }

  /** Names and values in turn, without those whose value is not known. */
  static SortedMap<String, String> known(String... namesAndValues) {
    SortedMap<String, String> known = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (!namesAndValues[i + 1].equals(UNKNOWN)) {
        known.put(namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return known;
  }
}
