// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The classes a fork needs, parsed once for all forks of a run (class data sharing): without it a
 * fork with Lettuce spends longer on loading classes than on measuring. Made by a rehearsal of one
 * benchmark with every library.
 */
final class ClassArchive {
  private static final int REHEARSAL_SECONDS = 60;
  private static final String OF_STORES = "SingleThreadBenchmark.getBatch";
  private static final String OF_PATHS = "ProxyHopBenchmark.get";
  private static final String OF_DATABASE = "DatabaseReadBenchmark.readBatch";

  private ClassArchive() {}

  /**
   * Makes the archive for {@code rig}'s forks of a build in {@code folder}.
   *
   * @param name of the build, which no other archive in the folder has
   * @param classPath of the build
   * @return the JVM options that use it; none if it could not be made, which costs time only
   */
  static List<String> rehearse(ServerRig rig, Path folder, String name, String classPath) {
    Path archive = folder.resolve(name + ".jsa");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Fork.JVM_FLAGS);
    command.add("-XX:ArchiveClassesAtExit=" + archive);
    command.addAll(rig.forkOptions());
    command.addAll(List.of("-cp", classPath));
    command.add("org.openjdk.jmh.Main");
    command.addAll(rehearsed(rig));
    command.addAll(
        List.of(
            "-f", "0", "-wi", "0", "-i", "1", "-w", "1ms", "-r", "10ms", "-p", "operations=10"));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(REHEARSAL_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      return ended && Files.exists(archive)
          ? List.of("-XX:SharedArchiveFile=" + archive)
          : List.of();
    } catch (IOException e) {
      throw new RunException("java cannot be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunException("interrupted before the first trial", e);
    }
  }

  private static List<String> rehearsed(ServerRig rig) {
    List<String> words = new ArrayList<>();
    if (!rig.stores().isEmpty()) {
      String names = rig.stores().keySet().stream().map(Enum::name).collect(joining(","));
      words.addAll(List.of(OF_STORES, "-p", "store=" + names));
    }
    if (rig.database() != null) {
      words.addAll(List.of(OF_DATABASE, "-p", "cache=NONE"));
    }
    if (rig.hasPaths()) {
      words.addAll(List.of(OF_PATHS, "-p", "path=DIRECT", "-p", "keys=10"));
    }
    return words;
  }
}
