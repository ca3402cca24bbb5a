// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.machine.ControlGroup;
import cachemark.machine.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How much memory there is and is left. */
final class MemoryProbe {
  /** The servers of a quick run with the forks' heaps. */
  private static final long QUICK_BYTES = 1_500_000_000L;

  /** The profile report fills a memcached with 2.2 GB. */
  private static final long REPORT_BYTES = 4_000_000_000L;

  private MemoryProbe() {}

  static List<Finding> look(Host host) {
    List<Finding> findings = new ArrayList<>();
    Reading<Long> total = host.machine().memoryBytes("MemTotal");
    Reading<Long> available = host.machine().memoryBytes("MemAvailable");
    if (total.value().isPresent() && available.value().isPresent()) {
      long left = available.value().get();
      findings.add(
          enough(
                  "memory",
                  Amounts.bytes(left)
                      + " of "
                      + Amounts.bytes(total.value().get())
                      + " memory free",
                  left,
                  "end what holds it: ps -eo rss,comm --sort=-rss | head")
              .with("memoryBytes", total.value().get())
              .with("memoryAvailableBytes", left));
    } else {
      findings.add(Finding.unknown("memory", "memory", total.reason() + available.reason()));
    }
    Optional<Long> limit = host.machine().controlGroup().value().flatMap(ControlGroup::memoryBytes);
    limit.ifPresent(
        bytes ->
            findings.add(
                enough(
                        "memoryLimit",
                        "the control group allows " + Amounts.bytes(bytes) + " of memory",
                        bytes,
                        "give the container more: --memory=4g")
                    .with("memoryLimitBytes", bytes)));
    return findings;
  }

  private static Finding enough(String id, String text, long bytes, String remedy) {
    if (bytes < QUICK_BYTES) {
      return Finding.warning(
          id,
          text
              + ": servers and forks of a quick run take about "
              + Amounts.bytes(QUICK_BYTES)
              + ", so the kernel may end or swap one of them in the middle",
          remedy);
    }
    if (bytes < REPORT_BYTES) {
      return Finding.note(
          id, text + ": enough for a quick run; C19 of profile report fills 2.2 GB more");
    }
    return Finding.ok(id, text);
  }
}
