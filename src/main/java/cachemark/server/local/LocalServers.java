// SPDX-License-Identifier: Apache-2.0
package cachemark.server.local;

import cachemark.server.DataFolder;
import cachemark.server.Preparation;
import cachemark.server.Programs;
import cachemark.server.Readiness;
import cachemark.server.RunningServer;
import cachemark.server.ServerException;
import cachemark.server.ServerKind;
import cachemark.server.ServerRequest;
import cachemark.server.ServerSource;
import cachemark.server.ServerSpec;
import cachemark.server.SqlProgram;
import cachemark.server.Startup;
import cachemark.server.local.LocalServer.Account;
import cachemark.store.CredentialsFile;
import cachemark.store.Endpoint;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The server processes of one run, in a temporary folder of their own. Whatever ends the run ends
 * them: {@link #close}, the exit of this process, or the kernel; what even that leaves behind, the
 * next run removes. Safe for use by several threads.
 */
public final class LocalServers implements ServerSource {
  private static final Duration PREPARATION = Duration.ofSeconds(60);
  private static final Duration START = Duration.ofSeconds(10);

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

  @Override
  public LocalServer start(ServerRequest request, Readiness readiness) {
    return start(spec(request), readiness);
  }

  /** How programs of this machine serve; switches on types need a later Java. */
  private static ServerSpec spec(ServerRequest request) {
    if (request instanceof ServerRequest.Memcached memcached) {
      return ServerSpec.memcached(memcached.megabytes());
    }
    if (request instanceof ServerRequest.MemcachedProxy proxy) {
      return ServerSpec.memcachedProxy(proxy.routes());
    }
    if (request instanceof ServerRequest.Database database) {
      return SqlProgram.installed().spec(database.account());
    }
    ServerSpec redis = ServerSpec.redis(((ServerRequest.Redis) request).memory());
    return redis.runBy(Programs.require(ServerKind.REDIS).toString());
  }

  /** The same on a loopback port of the caller's choice, at which nobody listens. */
  public LocalServer start(ServerRequest request, int port, Readiness readiness) {
    return start(spec(request), port, readiness);
  }

  /**
   * Starts a server on a free loopback port and waits until it answers {@code readiness}.
   *
   * @throws ServerException if its program is missing, it ends, or it does not answer in 10 s
   */
  public LocalServer start(ServerSpec spec, Readiness readiness) {
    return start(spec, OptionalInt.empty(), readiness);
  }

  /**
   * Starts a server on a loopback port of the caller's choice in the same way.
   *
   * @param port nobody listens at
   */
  public LocalServer start(ServerSpec spec, int port, Readiness readiness) {
    return start(spec, OptionalInt.of(port), readiness);
  }

  private LocalServer start(ServerSpec spec, OptionalInt port, Readiness readiness) {
    Path program = Programs.require(List.of(spec.command().get(0)), spec.debianPackage());
    return Startup.ready(() -> launch(spec, program, port), this::stop, readiness, START);
  }

  @Override
  public void stop(RunningServer server) {
    servers.remove(server);
    server.close();
  }

  @Override
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

  private LocalServer launch(ServerSpec spec, Path program, OptionalInt port) {
    try {
      Path home = folder.forServer(spec.name());
      spec.copyResources(home);
      Preparation preparation = spec.preparation();
      Account account = preparation == null ? null : prepare(spec.name(), preparation, home);
      int listensAt = port.isPresent() ? port.getAsInt() : Startup.freePort();
      Endpoint endpoint = new Endpoint(ServerSpec.LOOPBACK, listensAt);
      write(spec.filesFor(endpoint, home), home);
      List<String> command = spec.runBy(program.toString()).commandFor(endpoint, home);
      ServerProcess process = begin(spec.name(), command, home, Redirect.PIPE);
      LocalServer server =
          new LocalServer(spec.name(), endpoint, process, command, launcher.user(), account);
      servers.add(server);
      return server;
    } catch (IOException e) {
      throw new ServerException(spec.name() + " could not be started: " + e.getMessage(), e);
    }
  }

  private void write(Map<String, String> files, Path home) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      launcher.give(Files.writeString(home.resolve(file.getKey()), file.getValue()));
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
}
