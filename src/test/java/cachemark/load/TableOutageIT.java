// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static cachemark.load.TableWorld.KEYS;
import static cachemark.load.TableWorld.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.Answers;
import cachemark.TestServers;
import cachemark.cacheaside.Policy;
import cachemark.cacheaside.Table;
import cachemark.server.ServerSpec;
import cachemark.server.local.LocalServer;
import cachemark.server.local.LocalServers;
import cachemark.store.Access;
import cachemark.store.CacheType;
import cachemark.store.Connections;
import cachemark.store.Credentials;
import cachemark.store.DriverType;
import cachemark.store.Endpoint;
import cachemark.store.FailureCause;
import cachemark.store.RowStore;
import cachemark.store.RowStores;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.Databases;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Loads of a table with a cache in front, of which one fails meanwhile or is not there. */
final class TableOutageIT {
  @Test
  void aCacheThatDiesFailsEveryRequestThatIsDueAndTheLoadGoesOnToItsEnd() {
    try (LocalServers servers = LocalServers.open()) {
      LocalServer cache = servers.start(ServerSpec.memcached(), Answers.of(StoreType.MEMCACHED));
      LoadPlan plan = plan(CacheType.MEMCACHED, Policy.READ_THROUGH, 1, 8, 1);
      TableWorld world = new TableWorld(plan, cache.access(), TestServers.database());
      try (world) {
        LoadResult result = world.afterTheFirstSecond(() -> Signals.send(cache, "KILL")).load();
        assertThat(result.seconds()).hasSize(2);
        assertThat(result.seconds().get(0).counts().failed()).isZero();
        assertThat(result.seconds().get(1).counts().failures().keySet())
            .contains(FailureCause.REFUSED)
            .isSubsetOf(FailureCause.REFUSED, FailureCause.LOST);
        assertThat(result.counts().failed()).isGreaterThan(200);
        assertThat(result.counts().dropped()).isZero();
        assertThat(result.complaint()).contains("127.0.0.1");
      }
    }
  }

  @Test
  void aDatabaseThatDiesFailsWhatNeedsItWhileTheCacheAnswers() {
    Credentials account = Credentials.random("tests");
    try (LocalServers servers = LocalServers.open()) {
      LocalServer server = TestServers.startDatabase(servers, account);
      LoadPlan plan = plan(CacheType.REDIS, Policy.REPORT, 0.5, 8, 1);
      Access database = Access.to(server.endpoint()).withCredentials(account);
      TableWorld world = new TableWorld(plan, TestServers.redis(), database);
      try (world) {
        LoadResult result = world.afterTheFirstSecond(() -> Signals.send(server, "KILL")).load();
        Counts last = result.seconds().get(1).counts();
        assertThat(last.failures().keySet())
            .isNotEmpty()
            .isSubsetOf(FailureCause.REFUSED, FailureCause.LOST);
        assertThat(last.count(Effect.CACHE_HIT)).isEqualTo(last.hits() - found(last));
        assertThat(last.hits()).isGreaterThan(100);
      }
    }
  }

  private static long found(Counts counts) {
    return counts.count(Effect.ROW_FOUND);
  }

  @Test
  void aCacheThatComesBackIsAskedAgain() {
    try (LocalServers servers = LocalServers.open()) {
      LocalServer cache = servers.start(ServerSpec.redis(), Answers.of(StoreType.REDIS));
      LoadPlan usual = plan(CacheType.REDIS, Policy.READ_THROUGH, 1, 8, 1);
      LoadPlan plan =
          new LoadPlan(
              usual.subject(),
              usual.rate(),
              usual.spacing(),
              8,
              8,
              1,
              1,
              KEYS,
              32,
              7,
              usual.warmup(),
              usual.duration(),
              Duration.ofMillis(200));
      TableWorld world = new TableWorld(plan, cache.access(), TestServers.database());
      try (world) {
        LoadResult result = world.afterTheFirstSecond(() -> Signals.standStill(cache, 400)).load();
        Counts last = result.seconds().get(1).counts();
        assertThat(last.failures()).containsKey(FailureCause.ANSWER_TIMEOUT);
        assertThat(last.answered()).isGreaterThan(100);
        assertThat(result.response().maxNanos()).isGreaterThan(190_000_000);
        assertThat(result.counts().blocked()).isPositive();
      }
    }
  }

  @Test
  void whatIsNotThereIsToldOfInASentence() throws Exception {
    LoadPlan plan = plan(CacheType.NONE, Policy.REPORT, 0, 2, 1);
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    Access nowhere =
        Access.to(new Endpoint("127.0.0.1", free)).withCredentials(Credentials.random("a"));
    Records records = new Records(1, "", KEYS, 32);
    try (RowStores rows =
        Databases.rows(DriverType.CONNECTOR_J, Connections.KEPT, nowhere, Timeouts.DEFAULT)) {
      assertThatExceptionOfType(LoadException.class)
          .isThrownBy(
              () ->
                  LoadRig.run(
                      plan,
                      records,
                      () -> {
                        RowStore store = rows.open();
                        store.connect();
                        return new Table(store);
                      },
                      HistogramLog.none(),
                      new Quiet()))
          .withMessageStartingWith("a table alone cannot be loaded: 127.0.0.1:" + free);
    }
  }
}
