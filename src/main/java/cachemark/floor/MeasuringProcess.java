// SPDX-License-Identifier: Apache-2.0
package cachemark.floor;

import cachemark.server.CompilerThreads;
import cachemark.server.Cores;
import cachemark.server.CpuSet;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A Java process of ours that measures and ends. It is kept on its cores, takes no longer than it
 * may, and does not outlive this process.
 */
final class MeasuringProcess {
  /** By then a JVM has its compiler threads. */
  private static final int COMPILERS_MILLIS = 150;

  private static final int WORDS = 300;

  private MeasuringProcess() {}

  /**
   * Runs {@code main} to its end.
   *
   * @param cores where it may run, if anything can be pinned here
   * @param folder it works in
   * @param arguments behind the name of the file for its answer
   * @throws FloorException if it brought no answer within {@code limit}
   */
  static Answer run(
      Class<?> main, CpuSet cores, Path folder, List<String> arguments, Duration limit) {
    try {
      Scratch scratch = Scratch.create();
      try {
        return run(command(main, cores, scratch, arguments), folder, scratch, limit);
      } finally {
        scratch.delete();
      }
    } catch (IOException e) {
      throw new FloorException("a measuring process cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FloorException("interrupted while measuring", e);
    }
  }

  private static Answer run(List<String> command, Path folder, Scratch scratch, Duration limit)
      throws IOException, InterruptedException {
    File words = scratch.words().toFile();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(words)
            .start();
    try {
      if (Cores.canPin() && !process.waitFor(COMPILERS_MILLIS, TimeUnit.MILLISECONDS)) {
        CompilerThreads.release(process.pid(), Cores.ofThisMachine().all());
      }
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new FloorException("no answer within " + limit.toSeconds() + " s");
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    if (process.exitValue() != 0) {
      throw new FloorException(lastWords(scratch));
    }
    return Answer.parse(Files.readString(scratch.answer()));
  }

  private static List<String> command(
      Class<?> main, CpuSet cores, Scratch scratch, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (Cores.canPin()) {
      command.addAll(List.of("taskset", "-c", cores.list()));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xms64m", "-Xmx64m"));
    command.addAll(List.of("-cp", classPath(), main.getName(), scratch.answer().toString()));
    command.addAll(arguments);
    return command;
  }

  /** Ours, from whichever folder it is looked at. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String lastWords(Scratch scratch) throws IOException {
    String first = Files.readString(scratch.words()).lines().findFirst().orElse("");
    return first.isBlank()
        ? "a measuring process ended without a word"
        : first.substring(0, Math.min(WORDS, first.length()));
  }
}
