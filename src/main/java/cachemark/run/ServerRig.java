// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.bench.claim.LargeServer;
import cachemark.bench.fork.RunProperties;
import cachemark.plan.Placement;
import cachemark.result.ServerFacts;
import cachemark.server.CompilerThreads;
import cachemark.server.Cores;
import cachemark.server.CpuSet;
import cachemark.server.Readiness;
import cachemark.server.RunningServer;
import cachemark.server.ServerRequest;
import cachemark.server.ServerSource;
import cachemark.server.ServerSpec;
import cachemark.server.local.LocalServers;
import cachemark.server.source.SourceChoice;
import cachemark.server.source.Sources;
import cachemark.store.Endpoint;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreException;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The servers of a run, started once and used by all of its forks, with their place on the cores.
 */
final class ServerRig implements AutoCloseable {
  private static final Timeouts PROBE = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1));

  private final Cores cores = Cores.ofThisMachine();
  private final LocalServers processes = LocalServers.open();
  private final Map<String, RunningServer> servers = new ConcurrentSkipListMap<>();
  private final List<ServerFacts> facts = new ArrayList<>();
  private ServerSource source = processes;
  private @Nullable DatabaseServer database;

  private ServerRig() {}

  /**
   * Starts what is needed; all are ready on return.
   *
   * @param news is told what takes long and what was chosen
   */
  static ServerRig start(Needs needs, SourceChoice choice, Consumer<String> news) {
    ServerRig rig = new ServerRig();
    try {
      rig.source = new Sources(rig.processes, news).open(choice, needs.kinds());
      needs.stores().stream().sorted().forEach(rig::startStore);
      if (needs.database()) {
        rig.startDatabase();
      }
      if (needs.echo()) {
        rig.startEcho();
      }
      return rig;
    } catch (StoreException e) {
      String reason = rig.lost().orElse("a server failed at once: " + e.getMessage());
      rig.close();
      throw new RunException(reason, e);
    } catch (RuntimeException e) {
      rig.close();
      throw e;
    }
  }

  /**
   * Starts the memcached that one fork fills with so many megabytes, and ends that of the fork
   * before: the memory of a server that was filled once is not to be had otherwise.
   */
  void provideCapacity(OptionalInt megabytes) {
    RunningServer last = servers.remove(RunProperties.CAPACITY);
    if (last != null) {
      source.stop(last);
    }
    megabytes.ifPresent(
        held -> {
          ServerRequest request = new ServerRequest.Memcached(LargeServer.memoryFor(held));
          servers.put(
              RunProperties.CAPACITY,
              source.start(request, endpoint -> askVersion(StoreType.MEMCACHED, endpoint)));
        });
  }

  /** The JVM options by which a fork finds the servers. */
  List<String> forkOptions() {
    List<String> options = new ArrayList<>();
    options.add(RunProperties.parentOption(ProcessHandle.current().pid()));
    servers.forEach(
        (name, server) -> {
          options.add(RunProperties.endpointOption(name, server.endpoint()));
          server.pid().ifPresent(pid -> options.add(RunProperties.pidOption(name, pid)));
          server
              .credentialsFile()
              .ifPresent(file -> options.add(RunProperties.credentialsOption(name, file)));
        });
    return options;
  }

  /** Lets benchmarks in this very process find the servers. */
  void announceHere() {
    servers.forEach(
        (name, server) -> {
          RunProperties.announce(name, server.endpoint());
          server.pid().ifPresent(pid -> RunProperties.announcePid(name, pid));
          server.credentialsFile().ifPresent(file -> RunProperties.announceCredentials(name, file));
        });
  }

  /** Everything there is to know of the servers of stores, as recorded with a run. */
  List<ServerFacts> facts() {
    return List.copyOf(facts);
  }

  /** The placement that compares fairly on this machine. */
  Placement fitting(int threads) {
    return Placement.fitting(cores.count(), threads);
  }

  /** Puts the servers on their cores and returns the command that keeps a fork on its own. */
  List<String> place(Placement placement) {
    if (!Cores.canPin()) {
      return List.of();
    }
    CpuSet ofServers =
        switch (placement) {
          case SAME -> cores.one();
          case SPLIT -> cores.upperHalf();
          case FREE -> cores.all();
        };
    CpuSet ofClient = placement == Placement.SPLIT ? cores.lowerHalf() : ofServers;
    servers.values().stream()
        .filter(RunningServer::isAlive)
        .forEach(server -> server.pin(ofServers));
    return List.of("taskset", "-c", ofClient.list());
  }

  /** What to say of a server that has ended though nobody asked it to; empty while all run. */
  Optional<String> lost() {
    RunningServer ofSource = source.dead();
    RunningServer dead = ofSource == null ? processes.dead() : ofSource;
    if (dead == null) {
      return Optional.empty();
    }
    if (dead == servers.get(RunProperties.CAPACITY)) {
      provideCapacity(OptionalInt.empty()); // it was its fork's alone, which has failed with it
      return lost();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s%s %s",
            dead.name(),
            dead.pid().isPresent() ? " (process " + dead.pid().getAsLong() + ")" : "",
            dead.fate()));
  }

  /** Whether {@code pid} is one of these servers. */
  boolean owns(long pid) {
    return servers.values().stream().anyMatch(server -> server.pid().equals(OptionalLong.of(pid)));
  }

  /** Lets the JIT compiler of the running fork use every core, wherever the fork itself is kept. */
  void releaseCompilers() {
    if (Cores.canPin()) {
      ProcessHandle.current()
          .children()
          .filter(child -> !owns(child.pid()))
          .forEach(fork -> CompilerThreads.release(fork.pid(), cores.all()));
    }
  }

  /** Where each store has its server here. */
  Map<StoreType, Endpoint> stores() {
    Map<StoreType, Endpoint> stores = new EnumMap<>(StoreType.class);
    for (StoreType type : StoreType.values()) {
      RunningServer server = servers.get(RunProperties.serverOf(type));
      if (server != null) {
        stores.put(type, server.endpoint());
      }
    }
    return stores;
  }

  /** The database here, or null if nothing needs one. */
  @Nullable DatabaseServer database() {
    return database;
  }

  /** A folder that is there as long as the servers are. */
  Path folder() {
    return processes.folder();
  }

  @Override
  public void close() {
    source.close();
    processes.close();
  }

  private void startStore(StoreType store) {
    ServerRequest request =
        store == StoreType.REDIS ? new ServerRequest.Redis() : new ServerRequest.Memcached();
    RunningServer server = source.start(request, endpoint -> askVersion(store, endpoint));
    servers.put(RunProperties.serverOf(store), server);
    try (StoreAdmin admin = StoreAdmins.open(store, server.endpoint(), PROBE)) {
      facts.add(factsOf(server, store.label(), admin.version(), admin.settings()));
    }
  }

  /** What is known of a server, with what it says of itself. */
  static ServerFacts factsOf(
      RunningServer server, String name, String version, Map<String, String> settings) {
    return new ServerFacts(
        name,
        version,
        server.origin(),
        server.endpoint().toString(),
        server.pid().isPresent() ? server.pid().getAsLong() : null,
        server.user(),
        server.commandLine(),
        settings,
        server.dataFileSystem().orElse(null));
  }

  private void startDatabase() {
    database = DatabaseServer.start(source);
    servers.put(RunProperties.DATABASE, database.server());
    facts.add(database.facts());
  }

  private void startEcho() {
    Readiness connects = endpoint -> new Socket(endpoint.host(), endpoint.port()).close();
    servers.put(RunProperties.ECHO, processes.start(ServerSpec.echo(), connects));
  }

  private static void askVersion(StoreType store, Endpoint endpoint) {
    try (StoreAdmin admin = StoreAdmins.open(store, endpoint, PROBE)) {
      admin.version();
    }
  }
}
