// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import cachemark.drill.Client;
import cachemark.drill.DrillException;
import cachemark.server.Programs;
import cachemark.server.RunningServer;
import cachemark.server.ServerKind;
import cachemark.server.ServerSpec;
import cachemark.store.Endpoint;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import cachemark.store.redis.LettuceStores;
import cachemark.store.redis.RedisReplication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Three Sentinels, and Lettuce as the client that asks them. */
final class Sentinels implements RedisSubject.Governor {
  private static final String NAME = "drill";
  private static final String SETTINGS = "sentinel.conf"; // it writes what it learns into them
  private static final int COUNT = 3;
  private static final int QUORUM = 2;
  private static final long EVERY_MILLIS = 50;
  private static final long END_MILLIS = 2_000;

  /** Until every Sentinel knows the replica and the others, which they say every two seconds. */
  private static final long ACQUAINTED_MILLIS = 5_000;

  private static final Timeouts ASK = new Timeouts(Duration.ofMillis(300), Duration.ofMillis(300));

  private final Site site;
  private final List<Endpoint> servers;
  private final List<RunningServer> sentinels = new ArrayList<>();
  private final LettuceStores stores;
  private final KeyValueStore store;
  private final Thread watcher = new Thread(this::watch, "sentinel-watch");
  private volatile Consumer<String> news = words -> {};
  private volatile int master;
  private volatile boolean ended;

  Sentinels(Site site, List<Endpoint> servers, Timeouts timeouts) {
    this.site = site;
    this.servers = List.copyOf(servers);
    try {
      for (int i = 0; i < COUNT; i++) {
        sentinels.add(start());
      }
      Thread.sleep(ACQUAINTED_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DrillException("interrupted while Sentinels started", e);
    }
    List<Endpoint> addresses = sentinels.stream().map(RunningServer::endpoint).toList();
    this.stores = LettuceStores.ofMaster(addresses, NAME, timeouts);
    this.store = stores.open();
    watcher.setDaemon(true);
    watcher.start();
  }

  private RunningServer start() {
    String program = Programs.require(ServerKind.REDIS).toString();
    ServerSpec spec =
        new ServerSpec(
                "sentinel",
                ServerKind.REDIS.debianPackage(),
                List.of(program, SETTINGS, "--sentinel"),
                List.of())
            .withFiles(Map.of(SETTINGS, settings(servers.get(0))));
    return site.process(address -> spec, access -> ask(access.endpoint()))
        .start(OptionalInt.empty(), servers.get(0));
  }

  private static String settings(Endpoint master) {
    return String.join(
        "\n",
        "bind {host}",
        "port {port}",
        String.format(
            Locale.ROOT,
            "sentinel monitor %s %s %d %d",
            NAME,
            master.host(),
            master.port(),
            QUORUM),
        "sentinel down-after-milliseconds " + NAME + " 1000",
        "sentinel failover-timeout " + NAME + " 3000",
        "");
  }

  private static Optional<Endpoint> ask(Endpoint sentinel) {
    try (RedisReplication one = new RedisReplication(sentinel, ASK)) {
      return one.masterOf(NAME);
    }
  }

  @Override
  public int master() {
    return master;
  }

  @Override
  public void tell(Consumer<String> next) {
    news = next;
  }

  @Override
  public @Nullable Client client() {
    return Client.of(store);
  }

  @Override
  public List<RunningServer> servers() {
    return List.copyOf(sentinels);
  }

  @Override
  public void close() {
    ended = true;
    watcher.interrupt();
    try {
      watcher.join(END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    store.close();
    stores.close();
    sentinels.forEach(site.processes()::stop);
  }

  private void watch() {
    while (!ended) {
      try {
        look();
        Thread.sleep(EVERY_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void look() {
    try {
      ask(sentinels.get(0).endpoint()).ifPresent(this::see);
    } catch (StoreException e) {
      return; // it is asked again
    }
  }

  private void see(Endpoint now) {
    int number = servers.indexOf(now);
    if (number >= 0 && number != master) {
      master = number;
      news.accept("Sentinel: another master");
    }
  }
}
