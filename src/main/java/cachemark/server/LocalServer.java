// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import cachemark.store.Credentials;
import cachemark.store.Endpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server process of ours on loopback. Safe for use by several threads. */
public final class LocalServer implements AutoCloseable {
  static final String LOOPBACK = "127.0.0.1";

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

  public String name() {
    return name;
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  public long pid() {
    return process.process().pid();
  }

  /** Program and arguments as started, without what only switches user or cores. */
  public List<String> commandLine() {
    return commandLine;
  }

  /** The account of this machine the server runs under. */
  public String user() {
    return user;
  }

  /** The account the server lets us in with, if it asks for one. */
  public Optional<Credentials> credentials() {
    return Optional.ofNullable(account).map(Account::credentials);
  }

  /** The file that tells our other processes {@link #credentials}; goes with the servers. */
  public Optional<Path> credentialsFile() {
    return Optional.ofNullable(account).map(Account::file);
  }

  /** Where the server keeps its data, if it keeps any. */
  public Optional<DataFolder> dataFolder() {
    return Optional.ofNullable(account).map(Account::data);
  }

  public boolean isAlive() {
    return process.process().isAlive();
  }

  /** What the server wrote of its end, or an empty text if it wrote nothing. */
  public String lastWords() {
    return process.log().lastWords();
  }

  /** Keeps every thread of the server on {@code cores} from now on. */
  public void pin(CpuSet cores) {
    Programs.run(List.of("taskset", "-a", "-p", "-c", cores.list(), Long.toString(pid())));
  }

  /** Ends the process, by force where it takes longer than half a second. */
  @Override
  public void close() {
    process.close();
  }
}
