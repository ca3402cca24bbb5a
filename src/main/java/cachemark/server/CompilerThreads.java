// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The JIT compiler's threads of a JVM that is kept on few cores. The compiler is no part of what is
 * measured; on the measured core it would make every warm-up several times longer.
 */
public final class CompilerThreads {
  private static final String NAME = "Compiler"; // the kernel cuts names: "C2 CompilerThre"

  private CompilerThreads() {}

  /** Lets the compiler threads of process {@code pid} run on {@code cores}. */
  public static void release(long pid, CpuSet cores) {
    Path tasks = Path.of("/proc", Long.toString(pid), "task");
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        if (Files.readString(thread.resolve("comm")).contains(NAME)) {
          String id = thread.getFileName().toString();
          Programs.run(List.of("taskset", "-p", "-c", cores.list(), id));
        }
      }
    } catch (IOException | ServerException e) {
      return; // the process or one of its threads has just ended: nothing to release any more
    }
  }
}
