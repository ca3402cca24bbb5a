// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Some of the machine's cores.
 *
 * @param cores their numbers, at least one
 */
public record CpuSet(List<Integer> cores) {
  private static final int MOST = 8_192; // the most that Linux can be built for

  public CpuSet {
    cores = List.copyOf(cores);
    if (cores.isEmpty()) {
      throw new IllegalArgumentException("a CPU set needs at least one core");
    }
  }

  /**
   * Reads the kernel's list form, as in {@code 0-3,8}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static CpuSet parse(String list) {
    List<Integer> cores = new ArrayList<>();
    for (String part : list.strip().split(",", -1)) {
      int dash = part.indexOf('-');
      int first = number(dash < 0 ? part : part.substring(0, dash));
      int last = dash < 0 ? first : number(part.substring(dash + 1));
      for (int core = first; core <= last; core++) {
        cores.add(core);
      }
    }
    return new CpuSet(cores);
  }

  private static int number(String text) {
    int number = Integer.parseInt(text);
    if (number < 0 || number >= MOST) {
      throw new IllegalArgumentException("no core has number " + number);
    }
    return number;
  }

  /** The list form that the kernel and {@code taskset -c} read. */
  public String list() {
    return cores.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
