// SPDX-License-Identifier: Apache-2.0
package cachemark.machine;

import java.util.Arrays;

/**
 * What all cores together did since the machine started, in clock ticks. Pure.
 *
 * @param total of everything, idleness too
 * @param idle waiting, for a disk too
 * @param steal wanting to run while the hypervisor ran somebody else
 */
public record CpuTimes(long total, long idle, long steal) {
  private static final int FIELDS = 8; // what comes behind is counted in these already

  /**
   * Reads {@code /proc/stat}.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static CpuTimes parse(String stat) {
    String[] words = stat.lines().findFirst().orElse("").split(" +", -1);
    if (!words[0].equals("cpu") || words.length <= FIELDS) {
      throw new IllegalArgumentException("no line of all cores");
    }
    long[] ticks = Arrays.stream(words, 1, FIELDS + 1).mapToLong(Long::parseLong).toArray();
    return new CpuTimes(Arrays.stream(ticks).sum(), ticks[3] + ticks[4], ticks[7]);
  }

  public static Reading<CpuTimes> of(Kernel kernel) {
    return kernel.text("/proc/stat").map(CpuTimes::parse);
  }

  /** What was done since {@code earlier}. */
  public CpuTimes since(CpuTimes earlier) {
    return new CpuTimes(total - earlier.total, idle - earlier.idle, steal - earlier.steal);
  }

  /** The share of all time that was stolen, 0 to 1. */
  public double stolen() {
    return total <= 0 ? 0 : Math.max(0, Math.min(1, (double) steal / total));
  }
}
