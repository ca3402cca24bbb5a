// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import cachemark.server.CpuSet;
import cachemark.server.NotedProcess;
import cachemark.server.RunningServer;
import cachemark.server.ServerException;
import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.Endpoint;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server in a container of ours. Safe for use by several threads. */
final class Container implements RunningServer {
  /** How many files a server of ours may have open: more than 10 000 connections. */
  static final int OPEN_FILES = 16_384;

  /** The account without rights, in every image. */
  static final String NOBODY = "65534:65534";

  private static final Duration LIMIT = Duration.ofSeconds(10);

  /**
   * What is known of it since its start.
   *
   * @param name of its kind, in messages
   * @param id by which the engine knows it
   * @param image name and digest
   * @param network how it is reached
   * @param endpoint where
   * @param commandLine of the server in it
   * @param user it runs as
   */
  record Facts(
      String name,
      String id,
      String image,
      Network network,
      Endpoint endpoint,
      List<String> commandLine,
      String user) {}

  /** An account and the file that has it. */
  record Account(Credentials credentials, Path file) {}

  private final DockerEngine engine;
  private final Facts facts;
  private final Lifeline lifeline;
  private final ContainerOutput output;
  private final Deaths deaths;
  private final Optional<NotedProcess> process;
  private final List<String> volumes;
  private final @Nullable Account account;
  private @Nullable CpuSet pinned;

  Container(
      DockerEngine engine,
      Facts facts,
      Lifeline lifeline,
      ContainerOutput output,
      Deaths deaths,
      @Nullable Account account) {
    this.engine = engine;
    this.facts = facts;
    this.lifeline = lifeline;
    this.output = output;
    this.deaths = deaths;
    this.account = account;
    Optional<InspectContainerResponse> inspected = inspect(engine.client(), facts.id());
    this.process = inspected.flatMap(known -> visible(known, facts.id()));
    this.volumes = inspected.map(Container::volumes).orElse(List.of());
  }

  private static List<String> volumes(InspectContainerResponse inspected) {
    List<InspectContainerResponse.Mount> mounts = inspected.getMounts();
    return mounts == null
        ? List.of()
        : mounts.stream().flatMap(mount -> Stream.ofNullable(mount.getName())).toList();
  }

  /**
   * Its first process, if it is one that this machine knows by the same id: an engine in a virtual
   * machine counts other processes.
   */
  private static Optional<NotedProcess> visible(InspectContainerResponse inspected, String id) {
    try {
      Long pid = inspected.getState().getPidLong();
      if (pid == null || pid == 0) {
        return Optional.empty();
      }
      Path groups = Path.of("/proc", pid.toString(), "cgroup");
      return Files.readString(groups).contains(id)
          ? ProcessHandle.of(pid).map(NotedProcess::of)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // out of sight, or ended already, which the next look will tell
    }
  }

  private static Optional<InspectContainerResponse> inspect(DockerClient client, String id) {
    try {
      return Optional.of(client.inspectContainerCmd(id).exec());
    } catch (NotFoundException e) {
      return Optional.empty(); // ended already
    }
  }

  @Override
  public String name() {
    return facts.name();
  }

  @Override
  public Access access() {
    Access plain = Access.to(facts.endpoint());
    return account == null ? plain : plain.withCredentials(account.credentials());
  }

  @Override
  public Optional<Path> credentialsFile() {
    return Optional.ofNullable(account).map(Account::file);
  }

  @Override
  public OptionalLong pid() {
    return process.map(NotedProcess::pid).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  @Override
  public String origin() {
    return "container " + facts.image() + ", " + facts.network().words();
  }

  @Override
  public String user() {
    return facts.user();
  }

  @Override
  public List<String> commandLine() {
    return facts.commandLine();
  }

  @Override
  public Optional<String> dataFileSystem() {
    return output.note(Script.DATA);
  }

  /** Whether it runs and yet is none of the processes of this machine. */
  boolean isOutOfSight() {
    return process.isEmpty() && deaths.await(facts.id()).isEmpty();
  }

  @Override
  public boolean isAlive() {
    return deaths.of(facts.id()).isEmpty()
        && (process.isEmpty() || process.flatMap(NotedProcess::alive).isPresent());
  }

  @Override
  public String lastWords() {
    String words = output.lastWords();
    String known = isAlive() ? "" : deaths.await(facts.id()).orElse("");
    return words.isBlank() || known.isBlank() ? words + known : words + " (" + known + ")";
  }

  @Override
  public String fate() {
    return deaths.areUntold()
        ? "is out of reach: the Docker engine does not answer any more"
        : RunningServer.super.fate();
  }

  @Override
  public synchronized void pin(CpuSet cores) {
    if (cores.equals(pinned)) {
      return;
    }
    try {
      Patience.request(
          LIMIT,
          () -> engine.client().updateContainerCmd(facts.id()).withCpusetCpus(cores.list()).exec());
      pinned = cores;
    } catch (RuntimeException e) {
      if (isAlive()) {
        throw new ServerException(
            name()
                + " cannot be kept on cores "
                + cores.list()
                + ", which --pin free does not need: "
                + Words.of(e),
            e);
      }
    }
  }

  /** Removes it; where the engine is gone or hangs, ends at least its server, if we may. */
  @Override
  public void close() {
    lifeline.close();
    try {
      Patience.request(LIMIT, this::remove);
    } catch (RuntimeException e) { // what is left of it, the engine or the next run removes
      process.flatMap(NotedProcess::alive).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private void remove() {
    if (!engine.remove(facts.id())) {
      volumes.forEach(this::removeVolume);
    }
  }

  /** Whoever else removed the container may have left its volumes. */
  private void removeVolume(String name) {
    try {
      engine.client().removeVolumeCmd(name).exec();
    } catch (NotFoundException | ConflictException e) {
      return; // it goes with the container
    }
  }
}
