// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.bench.claim.LargeServer;
import cachemark.bench.fork.RunProperties;
import cachemark.bench.fork.TrustStore;
import cachemark.drill.cluster.Site;
import cachemark.floor.CoreShares;
import cachemark.plan.Placement;
import cachemark.result.ServerFacts;
import cachemark.server.CompilerThreads;
import cachemark.server.Cores;
import cachemark.server.Readiness;
import cachemark.server.RunningServer;
import cachemark.server.ServerRequest;
import cachemark.server.ServerSource;
import cachemark.server.ServerSpec;
import cachemark.server.local.LocalServers;
import cachemark.server.source.SourceChoice;
import cachemark.server.source.Sources;
import cachemark.store.Access;
import cachemark.store.CacheMemory;
import cachemark.store.Durability;
import cachemark.store.PathType;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreException;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
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
  private boolean canPin;
  private boolean own;
  private @Nullable CacheMemory memory;
  private final GuestData guest;
  private @Nullable DatabaseServer database;
  private List<RunningServer> proxies = List.of();

  private ServerRig(Consumer<String> news) {
    this.guest = new GuestData(this::owns, news);
  }

  /**
   * Starts what is needed; all are ready on return.
   *
   * @param news is told what takes long and what was chosen
   */
  static ServerRig start(Needs needs, SourceChoice choice, Consumer<String> news) {
    return start(needs, choice, null, news);
  }

  /**
   * The same.
   *
   * @param memory of caches that are started, or null for the usual
   */
  static ServerRig start(
      Needs needs, SourceChoice choice, @Nullable CacheMemory memory, Consumer<String> news) {
    ServerRig rig = new ServerRig(news);
    rig.memory = memory;
    try {
      rig.own = choice.external().isEmpty();
      rig.canPin = Cores.canPin() && choice.canPin();
      rig.source = new Sources(rig.processes, news).open(choice, needs.kinds());
      needs.stores().stream().sorted().forEach(rig::startStore);
      if (needs.database()) {
        rig.startDatabase();
      }
      if (needs.echo()) {
        rig.startEcho();
      }
      if (!needs.paths().isEmpty()) {
        rig.startPaths(needs.paths());
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
   * Refuses what commits are to wait for where the database is somebody else's and they wait for
   * something else there.
   */
  void requireDurability(Collection<Durability> asked) {
    if (database != null && database.access().guest() != null) {
      asked.forEach(database::requireDurability);
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
              source.start(request, access -> askVersion(StoreType.MEMCACHED, access)));
        });
  }

  /** The JVM options by which a fork finds the servers. */
  List<String> forkOptions() {
    List<String> options = new ArrayList<>();
    options.add(RunProperties.parentOption(ProcessHandle.current().pid()));
    options.addAll(trust());
    servers.forEach(
        (name, server) -> {
          options.addAll(
              RunProperties.accessOptions(
                  name, server.access(), server.credentialsFile().orElse(null)));
          server.pid().ifPresent(pid -> options.add(RunProperties.pidOption(name, pid)));
        });
    return options;
  }

  private List<String> trust() {
    try {
      return TrustStore.forkOptions(folder());
    } catch (IOException e) {
      throw new RunException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Lets benchmarks in this very process find the servers. */
  void announceHere() {
    servers.forEach(
        (name, server) -> {
          RunProperties.announceAccess(
              name, server.access(), server.credentialsFile().orElse(null));
          server.pid().ifPresent(pid -> RunProperties.announcePid(name, pid));
        });
  }

  /** Everything there is to know of the servers of stores, as recorded with a run. */
  List<ServerFacts> facts() {
    return List.copyOf(facts);
  }

  /** The placement that compares fairly on this machine. */
  Placement fitting(int threads) {
    return canPin ? Placement.fitting(cores.count(), threads) : Placement.FREE;
  }

  /** Whether nobody else uses the servers: they were all started for this run. */
  boolean isOwn() {
    return own;
  }

  /** Who gets which cores. */
  CoreShares shares(Placement placement) {
    return CoreShares.of(placement, cores);
  }

  /** Puts the servers on their cores and returns the command that keeps a fork on its own. */
  List<String> place(Placement placement) {
    if (!canPin) {
      return List.of();
    }
    CoreShares shares = shares(placement);
    servers.values().stream()
        .filter(RunningServer::isAlive)
        .forEach(server -> server.pin(shares.server()));
    proxies.forEach(
        proxy -> proxy.pid().ifPresent(pid -> CompilerThreads.release(pid, cores.all())));
    return List.of("taskset", "-c", shares.client().list());
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
    return Optional.of(dead.loss());
  }

  /** Whether {@code pid} is one of these servers. */
  boolean owns(long pid) {
    return servers.values().stream().anyMatch(server -> server.pid().equals(OptionalLong.of(pid)));
  }

  /** Lets the JIT compiler of the running fork use every core, wherever the fork itself is kept. */
  void releaseCompilers() {
    releaseCompilers(this::owns);
  }

  /** The same for every process this one started but those that are {@code spared}. */
  void releaseCompilers(LongPredicate spared) {
    if (Cores.canPin()) {
      ProcessHandle.current()
          .children()
          .filter(child -> !spared.test(child.pid()))
          .forEach(fork -> CompilerThreads.release(fork.pid(), cores.all()));
    }
  }

  /** How the server of each store is reached. */
  Map<StoreType, Access> stores() {
    Map<StoreType, Access> stores = new EnumMap<>(StoreType.class);
    for (StoreType type : StoreType.values()) {
      RunningServer server = servers.get(RunProperties.serverOf(type));
      if (server != null) {
        stores.put(type, server.access());
      }
    }
    return stores;
  }

  /** The process of a store's server; empty where it runs out of our sight. */
  OptionalLong pid(StoreType type) {
    RunningServer server = servers.get(RunProperties.serverOf(type));
    return server == null ? OptionalLong.empty() : server.pid();
  }

  /** The process of the database; empty where there is none, or it runs out of our sight. */
  OptionalLong databasePid() {
    return database == null ? OptionalLong.empty() : database.server().pid();
  }

  /** Whether client and servers can be put on chosen cores. */
  boolean canPin() {
    return canPin;
  }

  /** Whether there are servers that paths end at. */
  boolean hasPaths() {
    return servers.containsKey(RunProperties.member(0));
  }

  /** The database here, or null if nothing needs one. */
  @Nullable DatabaseServer database() {
    return database;
  }

  /** Where more servers can be started. */
  Site site() {
    return new Site(source, processes);
  }

  /** A folder that is there as long as the servers are. */
  Path folder() {
    return processes.folder();
  }

  @Override
  public void close() {
    guest.close();
    source.close();
    processes.close();
  }

  private void startStore(StoreType store) {
    RunningServer server =
        source.start(ServerRequest.cache(store, memory), access -> askVersion(store, access));
    servers.put(RunProperties.serverOf(store), server);
    guest.on(store, server.access());
    addFacts(store, server);
  }

  private void startPaths(Set<PathType> paths) {
    PathServers started = PathServers.start(paths, site());
    servers.putAll(started.all());
    proxies = started.proxies();
    if (!servers.containsKey(RunProperties.serverOf(StoreType.MEMCACHED))) {
      addFacts(StoreType.MEMCACHED, started.member()); // else one that is alike is known already
    }
    facts.addAll(started.facts());
  }

  private void addFacts(StoreType store, RunningServer server) {
    try (StoreAdmin admin = StoreAdmins.open(store, server.access(), PROBE)) {
      facts.add(factsOf(server, store.label(), admin));
    }
  }

  /** What is known of a server, with what it says of itself. */
  static ServerFacts factsOf(RunningServer server, String name, StoreAdmin admin) {
    return factsOf(server, name, admin.version(), settings(admin));
  }

  /** What is known of a server. */
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

  /** Somebody else's server need not tell. */
  private static Map<String, String> settings(StoreAdmin admin) {
    try {
      return admin.settings();
    } catch (StoreException e) {
      return Map.of("settings are not told", String.valueOf(e.getMessage()));
    }
  }

  private void startDatabase() {
    database = DatabaseServer.start(source);
    servers.put(RunProperties.DATABASE, database.server());
    guest.on(database);
    facts.add(database.facts());
  }

  private void startEcho() {
    Readiness connects =
        access -> new Socket(access.endpoint().host(), access.endpoint().port()).close();
    servers.put(RunProperties.ECHO, processes.start(ServerSpec.echo(), connects));
  }

  /** Returns if the server of a store says its version. */
  static void askVersion(StoreType store, Access access) {
    try (StoreAdmin admin = StoreAdmins.open(store, access, PROBE)) {
      admin.version();
    }
  }
}
