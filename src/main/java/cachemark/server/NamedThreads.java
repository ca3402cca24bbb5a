// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Threads of a process by the names that the kernel knows, cut to fifteen letters. */
public final class NamedThreads {
  private static final String LOWEST = "19";

  private NamedThreads() {}

  /** Keeps all threads of process {@code pid} on {@code cores}. */
  public static void moveAll(long pid, CpuSet cores) {
    try {
      Programs.run(List.of("taskset", "-a", "-p", "-c", cores.list(), Long.toString(pid)));
    } catch (ServerException e) {
      return; // one of its threads has just ended
    }
  }

  /**
   * Lets the threads of process {@code pid} whose names have {@code part} run only where nobody
   * else wants to, from now on: only an administrator could take that back.
   */
  static void stepBack(long pid, String part) {
    List<String> command = new ArrayList<>(List.of("renice", "-n", LOWEST, "-p"));
    command.addAll(ids(pid, part));
    try {
      Programs.run(command);
    } catch (ServerException e) {
      return; // they compete as before, or one has just ended
    }
  }

  /** Keeps the threads of process {@code pid} whose names have {@code part} on {@code cores}. */
  public static void move(long pid, String part, CpuSet cores) {
    for (String id : ids(pid, part)) {
      try {
        Programs.run(List.of("taskset", "-p", "-c", cores.list(), id));
      } catch (ServerException e) {
        return; // it has just ended: nothing to move any more
      }
    }
  }

  private static List<String> ids(long pid, String part) {
    List<String> ids = new ArrayList<>();
    Path tasks = Path.of("/proc", Long.toString(pid), "task");
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        if (Files.readString(thread.resolve("comm")).contains(part)) {
          ids.add(thread.getFileName().toString());
        }
      }
    } catch (IOException e) {
      return ids; // the process or one of its threads has just ended
    }
    return ids;
  }
}
