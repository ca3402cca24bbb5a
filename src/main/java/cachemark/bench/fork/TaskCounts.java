// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * What Linux has counted of each thread of a process since that thread began: CPU time, and how
 * often it gave its core up or had to. A thread that ends between two readings is left out of their
 * difference. Immutable.
 */
public final class TaskCounts {
  private static final Path PROC = Path.of("/proc");
  private static final String VOLUNTARY = "voluntary_ctxt_switches:";
  private static final String INVOLUNTARY = "nonvoluntary_ctxt_switches:";

  /** What one thread spent. */
  private record Task(long cpuNanos, long voluntary, long involuntary) {
    static final Task NEW = new Task(0, 0, 0);
  }

  private final Map<String, Task> tasks;

  private TaskCounts(Map<String, Task> tasks) {
    this.tasks = Map.copyOf(tasks);
  }

  /** Those of this process, all of them up to date: a running thread's would lag by some ms. */
  static Optional<TaskCounts> ofThisProcess() {
    LockSupport.parkNanos(1);
    return in(PROC.resolve("self"));
  }

  /** Those of the process with this id. */
  public static Optional<TaskCounts> of(long pid) {
    return in(PROC.resolve(Long.toString(pid)));
  }

  /** Empty where the system does not tell: no Linux, or the process is gone. */
  static Optional<TaskCounts> in(Path process) {
    Map<String, Task> tasks = new HashMap<>();
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"))) {
      for (Path thread : threads) {
        add(thread, tasks);
      }
    } catch (IOException | DirectoryIteratorException | NumberFormatException e) {
      return Optional.empty();
    }
    return tasks.isEmpty() ? Optional.empty() : Optional.of(new TaskCounts(tasks));
  }

  /** These and those of another process. */
  TaskCounts and(TaskCounts other) {
    Map<String, Task> all = new HashMap<>(tasks);
    all.putAll(other.tasks);
    return new TaskCounts(all);
  }

  /** What was counted since {@code earlier}, by names that begin with {@code side}. */
  public Map<String, Long> since(TaskCounts earlier, String side) {
    long cpuNanos = 0;
    long voluntary = 0;
    long involuntary = 0;
    for (Map.Entry<String, Task> task : tasks.entrySet()) {
      Task start = earlier.tasks.getOrDefault(task.getKey(), Task.NEW);
      cpuNanos += task.getValue().cpuNanos - start.cpuNanos;
      voluntary += task.getValue().voluntary - start.voluntary;
      involuntary += task.getValue().involuntary - start.involuntary;
    }
    Map<String, Long> counts = new TreeMap<>();
    counts.put(side + "CpuNanos", cpuNanos);
    counts.put(side + "VoluntarySwitches", voluntary);
    counts.put(side + "InvoluntarySwitches", involuntary);
    return counts;
  }

  private static void add(Path thread, Map<String, Task> tasks) throws IOException {
    String spent;
    String status;
    try {
      spent = Files.readString(thread.resolve("schedstat"));
      status = Files.readString(thread.resolve("status"));
    } catch (IOException e) {
      if (Files.exists(thread)) {
        throw e;
      }
      return; // it ended while the others were read
    }
    tasks.put(
        thread.getFileName().toString(),
        new Task(
            Long.parseLong(spent.substring(0, spent.indexOf(' '))),
            number(status, "\n" + VOLUNTARY),
            number(status, "\n" + INVOLUNTARY)));
  }

  private static long number(String status, String label) {
    int line = status.indexOf(label);
    if (line < 0) {
      throw new NumberFormatException("no " + label.strip());
    }
    int start = line + label.length();
    int end = status.indexOf('\n', start);
    return Long.parseLong(status.substring(start, end < 0 ? status.length() : end).strip());
  }
}
