// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import cachemark.store.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server process of ours on loopback. Safe for use by several threads. */
public final class LocalServer implements AutoCloseable {
  static final String LOOPBACK = "127.0.0.1";
  private static final int LOG_LINES = 5;
  private static final int TERM_MILLIS = 500;

  private final String name;
  private final Endpoint endpoint;
  private final Process process;
  private final List<String> commandLine;
  private final String user;
  private final Path log;

  LocalServer(
      String name,
      Endpoint endpoint,
      Process process,
      List<String> commandLine,
      String user,
      Path log) {
    this.name = name;
    this.endpoint = endpoint;
    this.process = process;
    this.commandLine = List.copyOf(commandLine);
    this.user = user;
    this.log = log;
  }

  public String name() {
    return name;
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  public long pid() {
    return process.pid();
  }

  /** Program and arguments as started, without what only switches user or cores. */
  public List<String> commandLine() {
    return commandLine;
  }

  /** The account the server runs under. */
  public String user() {
    return user;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** The last lines the server wrote, or an empty text if it wrote none. */
  public String lastWords() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return String.join(
          System.lineSeparator(),
          lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    } catch (IOException e) {
      return ""; // no log to quote is not worth hiding the real fault
    }
  }

  /** Keeps every thread of the server on {@code cores} from now on. */
  public void pin(CpuSet cores) {
    Programs.run(List.of("taskset", "-a", "-p", "-c", cores.list(), Long.toString(pid())));
  }

  /** Ends the process, by force where it takes longer than half a second. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(TERM_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor(TERM_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
