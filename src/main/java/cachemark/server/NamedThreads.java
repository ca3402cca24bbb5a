// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Threads of a process by the names that the kernel knows, cut to fifteen letters. */
public final class NamedThreads {
  private NamedThreads() {}

  /** Keeps all threads of process {@code pid} on {@code cores}. */
  public static void moveAll(long pid, CpuSet cores) {
    try {
      Programs.run(List.of("taskset", "-a", "-p", "-c", cores.list(), Long.toString(pid)));
    } catch (ServerException e) {
      return; // one of its threads has just ended
    }
  }

  /** Keeps the threads of process {@code pid} whose names have {@code part} on {@code cores}. */
  public static void move(long pid, String part, CpuSet cores) {
    Path tasks = Path.of("/proc", Long.toString(pid), "task");
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        if (Files.readString(thread.resolve("comm")).contains(part)) {
          String id = thread.getFileName().toString();
          Programs.run(List.of("taskset", "-p", "-c", cores.list(), id));
        }
      }
    } catch (IOException | ServerException e) {
      return; // the process or one of its threads has just ended: nothing to move any more
    }
  }
}
