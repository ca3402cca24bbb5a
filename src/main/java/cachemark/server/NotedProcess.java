// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process as it is known to others: its id, and its start by which it is told from a later
 * process with the same id.
 *
 * @param pid its id
 * @param start when it started, in a unit that only has to be the same for everyone on this machine
 */
public record NotedProcess(long pid, long start) {
  private static final int START_FIELD = 22;

  /** What {@code process} is known by. */
  public static NotedProcess of(ProcessHandle process) {
    return new NotedProcess(process.pid(), startOf(process));
  }

  /** Reads what {@link #line} wrote; empty where it is something else, such as a cut-off line. */
  public static Optional<NotedProcess> parse(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 2) {
      return Optional.empty();
    }
    try {
      return Optional.of(new NotedProcess(Long.parseLong(words[0]), Long.parseLong(words[1])));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The text form. */
  public String line() {
    return pid + " " + start;
  }

  /** The process, if it is still the same one. */
  public Optional<ProcessHandle> alive() {
    return ProcessHandle.of(pid).filter(process -> startOf(process) == start);
  }

  /**
   * The kernel's own count of clock ticks from boot where there is one: the time of day that Java
   * makes of it moves when the clock is set.
   */
  private static long startOf(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return Long.parseLong(afterName[START_FIELD - 3]);
    } catch (IOException e) {
      return process.info().startInstant().map(start -> start.toEpochMilli()).orElse(0L);
    }
  }
}
