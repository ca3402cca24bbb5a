// SPDX-License-Identifier: Apache-2.0
package cachemark;

import cachemark.server.Programs;
import cachemark.store.Access;
import cachemark.store.Endpoint;
import cachemark.store.StoreType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Real servers that listen at Unix domain sockets alone, until they are closed. */
public final class UnixServers implements AutoCloseable {
  private final Path folder;
  private final List<Process> processes = new ArrayList<>();

  /** None yet. */
  public UnixServers() {
    try {
      folder = Files.createTempDirectory("unix");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a memcached or a Redis. */
  public Access start(StoreType store) {
    Path socket = folder.resolve(store.name() + processes.size());
    String program = store == StoreType.REDIS ? "redis-server" : "memcached";
    List<String> command =
        new ArrayList<>(List.of(Programs.find(program).orElseThrow().toString()));
    command.addAll(
        store == StoreType.REDIS
            ? List.of("--port", "0", "--save", "", "--unixsocket", socket.toString())
            : List.of("-I", "2m", "-u", System.getProperty("user.name"), "-s", socket.toString()));
    Access access = Access.to(Endpoint.unix(socket.toString()));
    try {
      processes.add(
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start());
      Until.holds(program + " answers", Duration.ofSeconds(10), () -> answers(store, access));
    } catch (Exception e) {
      close();
      throw new IllegalStateException(program + " did not start", e);
    }
    return access;
  }

  private static boolean answers(StoreType store, Access access) {
    try {
      Answers.of(store).probe(access);
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  @Override
  public void close() {
    processes.forEach(Process::destroy);
    try {
      for (Process process : processes) {
        process.waitFor(5, TimeUnit.SECONDS);
      }
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
