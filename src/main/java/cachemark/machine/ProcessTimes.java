// SPDX-License-Identifier: Apache-2.0
package cachemark.machine;

import java.util.HashMap;
import java.util.Map;

/**
 * The CPU time a process has used so far. Pure but for {@link #all}.
 *
 * @param pid of the process
 * @param name of its program, as far as the kernel keeps it
 * @param ticks in user and system mode, in clock ticks
 * @param startTicks when it started: tells it from a later one of the same id
 */
public record ProcessTimes(long pid, String name, long ticks, long startTicks) {
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int START = 19;

  /**
   * Reads {@code /proc/PID/stat}; a name may have spaces and brackets in it.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static ProcessTimes parse(String stat) {
    int open = stat.indexOf('(');
    int close = stat.lastIndexOf(')');
    if (open < 1 || close < open) {
      throw new IllegalArgumentException("no name in brackets");
    }
    String[] rest = stat.substring(close + 1).strip().split(" ", -1);
    if (rest.length <= START) {
      throw new IllegalArgumentException("too short");
    }
    return new ProcessTimes(
        Long.parseLong(stat.substring(0, open).strip()),
        stat.substring(open + 1, close).replaceAll("\\p{Cntrl}", "?"),
        Long.parseLong(rest[USER]) + Long.parseLong(rest[SYSTEM]),
        Long.parseLong(rest[START]));
  }

  /** All processes in sight by their ids. */
  public static Map<Long, ProcessTimes> all(Kernel kernel) {
    Map<Long, ProcessTimes> all = new HashMap<>();
    for (String pid : kernel.names("/proc", "[0-9]{1,9}")) {
      kernel
          .text("/proc/" + pid + "/stat")
          .map(ProcessTimes::parse)
          .value()
          .ifPresent(process -> all.put(process.pid(), process));
    }
    return all;
  }

  /** What this process used since {@code earlier}, or since it started if that was another. */
  public long ticksSince(ProcessTimes earlier) {
    return earlier.startTicks == startTicks ? Math.max(0, ticks - earlier.ticks) : ticks;
  }
}
