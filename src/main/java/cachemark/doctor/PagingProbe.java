// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.machine.Reading;
import java.util.List;
import java.util.Map;

/** What the kernel does with the pages of servers: swap, and huge ones. */
final class PagingProbe {
  private static final long HARMLESS_BYTES = 16_000_000;
  private static final long CAREFUL = 10;
  private static final String HUGE = "/sys/kernel/mm/transparent_hugepage/enabled";

  private PagingProbe() {}

  static List<Finding> look(Host host) {
    return List.of(swap(host), hugePages(host));
  }

  private static Finding swap(Host host) {
    Reading<Long> total = host.machine().memoryBytes("SwapTotal");
    Reading<Long> free = host.machine().memoryBytes("SwapFree");
    if (total.value().isEmpty() || free.value().isEmpty()) {
      return Finding.unknown("swap", "swap", total.reason() + free.reason());
    }
    long used = total.value().get() - free.value().get();
    long swappiness = host.kernel().number("/proc/sys/vm/swappiness").value().orElse(-1L);
    return swap(host, total.value().get(), used, swappiness)
        .with("swapBytes", total.value().get())
        .with("swapUsedBytes", used)
        .with("swappiness", swappiness);
  }

  private static Finding swap(Host host, long total, long used, long swappiness) {
    if (total == 0) {
      return Finding.ok("swap", "no swap");
    }
    if (used > HARMLESS_BYTES) {
      return Finding.warning(
          "swap",
          Amounts.bytes(used)
              + " are swapped out: a value that has to be read back takes ms in place of µs",
          host.sudo() + "swapoff -a");
    }
    if (swappiness > CAREFUL) {
      return new Finding(
          "swap",
          Mark.NOTE,
          "swap is there and not used yet, swappiness "
              + swappiness
              + ": under memory pressure a server's pages may go there, to be sure",
          host.sysctl("vm.swappiness=1"),
          Map.of());
    }
    return Finding.ok("swap", "swap is there, not used, and used late");
  }

  private static Finding hugePages(Host host) {
    Reading<String> choice = host.kernel().choice(HUGE);
    if (choice.value().isEmpty()) {
      return Finding.unknown("hugePages", "transparent huge pages", choice.reason());
    }
    String chosen = choice.value().get();
    Finding finding =
        chosen.equals("always")
            ? Finding.warning(
                "hugePages",
                "transparent huge pages always: Redis and MySQL stall now and then while the kernel"
                    + " makes them, which shows in the tails",
                host.write("madvise", HUGE))
            : Finding.ok("hugePages", "transparent huge pages: " + chosen);
    return finding.with("transparentHugePages", chosen);
  }
}
