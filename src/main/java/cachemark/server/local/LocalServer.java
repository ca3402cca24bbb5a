// SPDX-License-Identifier: Apache-2.0
package cachemark.server.local;

import cachemark.server.CpuSet;
import cachemark.server.DataFolder;
import cachemark.server.Programs;
import cachemark.server.RunningServer;
import cachemark.server.ServerException;
import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.Endpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A server process of ours on loopback. Safe for use by several threads. */
public final class LocalServer implements RunningServer {
  private static final int PIN_ATTEMPTS = 5;

  /** The account of a server that has one, and where its data lies. */
  record Account(Credentials credentials, Path file, DataFolder data) {}

  private final String name;
  private final Endpoint endpoint;
  private final ServerProcess process;
  private final List<String> commandLine;
  private final String user;
  private final @Nullable Account account;

  LocalServer(
      String name,
      Endpoint endpoint,
      ServerProcess process,
      List<String> commandLine,
      String user,
      @Nullable Account account) {
    this.name = name;
    this.endpoint = endpoint;
    this.process = process;
    this.commandLine = List.copyOf(commandLine);
    this.user = user;
    this.account = account;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Access access() {
    Access plain = Access.to(endpoint);
    return account == null ? plain : plain.withCredentials(account.credentials());
  }

  @Override
  public OptionalLong pid() {
    return OptionalLong.of(process.process().pid());
  }

  @Override
  public String origin() {
    return "local process";
  }

  /** Program and arguments as started, without what only switches user or cores. */
  @Override
  public List<String> commandLine() {
    return commandLine;
  }

  @Override
  public String user() {
    return user;
  }

  @Override
  public Optional<Path> credentialsFile() {
    return Optional.ofNullable(account).map(Account::file);
  }

  /** Where the server keeps its data, if it keeps any. */
  public Optional<DataFolder> dataFolder() {
    return Optional.ofNullable(account).map(Account::data);
  }

  @Override
  public Optional<String> dataFileSystem() {
    return dataFolder().map(DataFolder::fileSystem);
  }

  @Override
  public boolean isAlive() {
    return process.process().isAlive();
  }

  @Override
  public String lastWords() {
    return process.log().lastWords();
  }

  @Override
  public void pin(CpuSet cores) {
    String pid = Long.toString(process.process().pid());
    List<String> command = List.of("taskset", "-a", "-p", "-c", cores.list(), pid);
    pin(command, PIN_ATTEMPTS);
  }

  /** Where a thread ends between being listed and being moved, those after it are still left. */
  private static void pin(List<String> command, int attempts) {
    try {
      Programs.run(command);
    } catch (ServerException e) {
      if (attempts == 1) {
        throw e;
      }
      pin(command, attempts - 1);
    }
  }

  /** Ends the process, by force where it takes longer than half a second. */
  @Override
  public void close() {
    process.close();
  }
}
