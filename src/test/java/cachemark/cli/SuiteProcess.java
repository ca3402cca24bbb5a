// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import cachemark.Until;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A benchmarks.jar that was started. */
final class SuiteProcess {
  /**
   * Several times what anything here takes: only what hangs exceeds it, beside another suite too.
   */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Path out;
  private final Path err;

  SuiteProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  long pid() {
    return process.pid();
  }

  /** How it ended. */
  record Ended(int code, String out, String err) {}

  Ended await() throws Exception {
    return await(PATIENCE);
  }

  Ended await(Duration limit) throws Exception {
    if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError(
          "did not end within " + limit + "; out: " + text(out) + " err: " + text(err));
    }
    return new Ended(process.exitValue(), text(out), text(err));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until {@code count} trials are stored and the fork of the next one measures. */
  void awaitFork(StoredFolder results, int count) throws Exception {
    Until.holds(
        () ->
            count + " trials stored and another running; out: " + text(out) + " err: " + text(err),
        PATIENCE,
        () -> {
          requireAlive();
          return results.has(count) && find("ForkedMain").isPresent();
        });
  }

  /** Waits until a process with {@code words} in its command line is among those it started. */
  ProcessHandle awaitChild(String words) throws Exception {
    Until.holds(
        words + " running",
        PATIENCE,
        () -> {
          requireAlive();
          return find(words).isPresent();
        });
    return find(words).orElseThrow();
  }

  /** Waits until it has said {@code words}, or has ended without. */
  void awaitWords(String words) throws Exception {
    Until.holds(words, PATIENCE, () -> text(out).contains(words) || !process.isAlive());
  }

  Optional<ProcessHandle> find(String words) {
    return process.descendants().filter(child -> commandLine(child).contains(words)).findFirst();
  }

  /** Sends a signal to the process alone, as {@code kill} does. */
  void signal(String name) throws Exception {
    signal(name, Long.toString(process.pid()));
  }

  /** Sends a signal to its process group, as a terminal does for Ctrl-C. */
  void signalGroup(String name) throws Exception {
    signal(name, "-" + process.pid());
  }

  static void signal(String name, ProcessHandle target) throws Exception {
    signal(name, Long.toString(target.pid()));
  }

  private static void signal(String name, String target) throws Exception {
    new ProcessBuilder("bash", "-c", "kill \"$@\"", "bash", "-" + name, "--", target)
        .inheritIO()
        .start()
        .waitFor();
  }

  /** Program and arguments, or an empty text if it has ended. */
  static String commandLine(ProcessHandle process) {
    try {
      Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      return new String(Files.readAllBytes(file), UTF_8).replace('\0', ' ').strip();
    } catch (IOException e) {
      return "";
    }
  }

  private void requireAlive() throws IOException {
    if (!process.isAlive()) {
      throw new AssertionError("ended too early; out: " + text(out) + " err: " + text(err));
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, UTF_8);
  }
}
