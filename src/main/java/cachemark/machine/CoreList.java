// SPDX-License-Identifier: Apache-2.0
package cachemark.machine;

import java.util.NavigableSet;
import java.util.TreeSet;

/** Lists of cores as the kernel writes them, as in {@code 0-3,8}. Pure. */
public final class CoreList {
  private static final int MOST = 8_192; // the most that Linux can be built for

  private CoreList() {}

  /**
   * The numbers in a list.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static NavigableSet<Integer> parse(String list) {
    NavigableSet<Integer> cores = new TreeSet<>();
    for (String part : list.strip().split(",", -1)) {
      String[] ends = part.split("-", 2);
      int first = number(ends[0]);
      int last = number(ends[ends.length - 1]);
      for (int core = first; core <= last; core++) {
        cores.add(core);
      }
    }
    if (cores.isEmpty()) {
      throw new IllegalArgumentException("no cores in \"" + list + "\"");
    }
    return cores;
  }

  private static int number(String text) {
    int number = Integer.parseInt(text);
    if (number < 0 || number >= MOST) {
      throw new IllegalArgumentException("no core has number " + number);
    }
    return number;
  }
}
