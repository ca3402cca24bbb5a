// SPDX-License-Identifier: Apache-2.0
package cachemark.machine;

import java.time.Duration;

/**
 * What the machine could not give since it started: memory without a disk, and cores. Where the
 * kernel does not tell, it counts as nothing.
 *
 * @param swappedPages moved between memory and disk, of all processes
 * @param throttled how long our control groups were kept from running, over all cores
 */
public record Hardship(long swappedPages, Duration throttled) {
  private static final String VMSTAT = "/proc/vmstat";

  /** All until now. */
  public static Hardship of(Kernel kernel) {
    return new Hardship(
        pages(kernel, "pswpin") + pages(kernel, "pswpout"),
        ControlGroup.of(kernel).map(ControlGroup::throttled).value().orElse(Duration.ZERO));
  }

  /** What came since {@code earlier}. */
  public Hardship since(Hardship earlier) {
    return new Hardship(
        Math.max(0, swappedPages - earlier.swappedPages),
        throttled.compareTo(earlier.throttled) < 0
            ? Duration.ZERO // we were put into another group
            : throttled.minus(earlier.throttled));
  }

  private static long pages(Kernel kernel, String name) {
    return kernel.value(VMSTAT, name).map(Long::parseLong).value().orElse(0L);
  }
}
