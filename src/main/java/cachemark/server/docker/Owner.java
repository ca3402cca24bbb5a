// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import cachemark.server.NotedProcess;
import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** By which labels a run knows its containers, and those of a run that was killed. */
final class Owner {
  static final String PROCESS = "io.github.cachemark.process";
  private static final String WORLD = "io.github.cachemark.world";

  private Owner() {}

  /** The labels of this process's containers. */
  static Map<String, String> labels() {
    return Map.of(PROCESS, NotedProcess.of(ProcessHandle.current()).line(), WORLD, world());
  }

  /** Removes the containers whose run is over, of those that this process can tell about. */
  static void sweepOthers(DockerEngine engine) {
    List<Container> ours =
        engine
            .client()
            .listContainersCmd()
            .withShowAll(true)
            .withLabelFilter(Map.of(WORLD, world()))
            .exec();
    for (Container container : ours) {
      String process = container.getLabels().getOrDefault(PROCESS, "");
      if (NotedProcess.parse(process).flatMap(NotedProcess::alive).isEmpty()) {
        engine.discard(container.getId());
      }
    }
  }

  /** Where a process id means the same: this boot of this machine, and this view of processes. */
  private static String world() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip()
          + " "
          + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException e) {
      return System.getProperty("user.name", "unknown"); // not Linux: one view for all
    }
  }
}
