// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import cachemark.server.LocalServer.Account;
import cachemark.store.CredentialsFile;
import cachemark.store.Endpoint;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The server processes of one run, in a temporary folder of their own. Whatever ends the run ends
 * them: {@link #close}, the exit of this process, or the kernel; what even that leaves behind, the
 * next run removes. Safe for use by several threads.
 */
public final class LocalServers implements AutoCloseable {
  private static final Duration PREPARATION = Duration.ofSeconds(60);
  private static final Duration START = Duration.ofSeconds(10);
  private static final int PORT_ATTEMPTS = 3;
  private static final int PROBE_MILLIS = 5;

  private final ServersFolder folder;
  private final Launcher launcher = new Launcher();

  /** Everything that was started, preparations too; ended ones stay. */
  private final List<ServerProcess> processes = new CopyOnWriteArrayList<>();

  private final List<LocalServer> servers = new CopyOnWriteArrayList<>();
  private final Thread atExit = new Thread(this::end, "end-servers");
  private boolean ended;

  private LocalServers(ServersFolder folder) {
    this.folder = folder;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Removes what a killed run left behind, then prepares for the servers of this one. */
  public static LocalServers open() {
    try {
      return open(ServersFolder.create());
    } catch (IOException e) {
      throw new ServerException("no temporary folder for the servers: " + e.getMessage(), e);
    }
  }

  static LocalServers open(ServersFolder folder) throws IOException {
    folder.sweepOthers();
    return new LocalServers(folder);
  }

  /**
   * Starts a server on a free loopback port and waits until it answers {@code readiness}.
   *
   * @throws ServerException if its program is missing, it ends, or it does not answer in 10 s
   */
  public LocalServer start(ServerSpec spec, Readiness readiness) {
    Path program = Programs.require(List.of(spec.command().get(0)), spec.debianPackage());
    ServerException last = null;
    for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
      LocalServer server = launch(spec, program);
      last = awaitReady(server, readiness);
      if (last == null) {
        return server;
      }
      boolean hadItsPort = server.isAlive();
      servers.remove(server);
      server.close();
      if (hadItsPort) {
        break;
      }
    }
    throw last == null ? new IllegalStateException("no attempt was made") : last;
  }

  /** Ends one of these servers. */
  public void stop(LocalServer server) {
    servers.remove(server);
    server.close();
  }

  /** The first of these servers that is no longer running, or null while all are. */
  public @Nullable LocalServer dead() {
    return servers.stream().filter(server -> !server.isAlive()).findFirst().orElse(null);
  }

  /** The folder of this run, removed with the servers. */
  public Path folder() {
    return folder.path();
  }

  /** Ends all servers and removes their folder. */
  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // the hook is what runs us
    }
  }

  private synchronized void end() {
    ended = true;
    processes.parallelStream().forEach(ServerProcess::close);
    servers.clear();
    launcher.close();
    folder.delete();
  }

  private LocalServer launch(ServerSpec spec, Path program) {
    try {
      Path home = folder.forServer(spec.name());
      spec.copyResources(home);
      Preparation preparation = spec.preparation();
      Account account = preparation == null ? null : prepare(spec.name(), preparation, home);
      Endpoint endpoint = new Endpoint(LocalServer.LOOPBACK, freePort());
      List<String> command = new ArrayList<>(spec.commandFor(endpoint.port(), home));
      command.set(0, program.toString());
      ServerProcess process = begin(spec.name(), command, home, Redirect.PIPE);
      LocalServer server =
          new LocalServer(spec.name(), endpoint, process, command, launcher.user(), account);
      servers.add(server);
      return server;
    } catch (IOException e) {
      throw new ServerException(spec.name() + " could not be started: " + e.getMessage(), e);
    }
  }

  /** Lays out the data of a server in {@code home} and writes down its account. */
  private Account prepare(String name, Preparation preparation, Path home) throws IOException {
    preparation.requireSpace(name, home);
    Path data = preparation.makeData(home);
    Path script = preparation.writeScript(home);
    launcher.give(data);
    launcher.give(script);
    List<String> command = ServerSpec.inFolder(preparation.command(), home);
    try (ServerProcess process = begin(name, command, home, Redirect.from(script.toFile()))) {
      OptionalInt code = process.await(PREPARATION);
      if (code.isEmpty() || code.getAsInt() != 0) {
        throw new ServerException(
            name
                + (code.isEmpty() ? " was not prepared in time: " : " could not be prepared: ")
                + process.log().lastWords());
      }
    }
    Files.delete(script);
    Path file = home.resolveSibling(home.getFileName() + ".credentials");
    CredentialsFile.write(file, preparation.credentials());
    return new Account(preparation.credentials(), file, DataFolder.at(data));
  }

  /** Starts a process, unless the end has begun: then nobody would be left to end it. */
  private synchronized ServerProcess begin(
      String name, List<String> command, Path home, Redirect input) throws IOException {
    if (ended) {
      throw new ServerException(name + " is not started any more: the servers are ended");
    }
    Path log = home.resolve("server.log");
    ServerProcess process =
        new ServerProcess(launcher.start(command, home, input, log), new ServerLog(log));
    processes.add(process);
    folder.note(process.process());
    return process;
  }

  /** What kept the server from being ready, or null once it is. */
  private static @Nullable ServerException awaitReady(LocalServer server, Readiness readiness) {
    long deadlineNanos = System.nanoTime() + START.toNanos();
    Exception last = new ServerException("it was never asked");
    while (System.nanoTime() < deadlineNanos) {
      try {
        readiness.probe(server.endpoint());
        if (server.isAlive()) { // else another process had taken its port and answered
          return null;
        }
      } catch (Exception e) {
        last = e;
      }
      if (!server.isAlive()) {
        return new ServerException(server.name() + " ended as it started: " + server.lastWords());
      }
      pause();
    }
    return new ServerException(
        String.format(
            Locale.ROOT,
            "%s was not ready within %d s: %s %s",
            server.name(),
            START.toSeconds(),
            last.getMessage(),
            server.lastWords()),
        last);
  }

  private static void pause() {
    try {
      Thread.sleep(PROBE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted while a server started", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
