// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.Answers;
import cachemark.GuestServers;
import cachemark.TestServers;
import cachemark.UnixServers;
import cachemark.server.ServerSpec;
import cachemark.server.local.LocalServer;
import cachemark.server.local.LocalServers;
import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.Endpoint;
import cachemark.store.Entry;
import cachemark.store.FailureCause;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Loads on real servers: what is counted, what is timed, and what happens when servers fail. */
final class LoadRigIT {
  private static final long MILLI = 1_000_000;

  private static LoadPlan plan(Dialect dialect, double perSecond, int connections) {
    return new LoadPlan(
        dialect,
        perSecond == 0 ? null : Rate.of(perSecond),
        Spacing.CONSTANT,
        connections,
        1,
        1,
        0.75,
        100,
        32,
        1,
        Duration.ofMillis(200),
        Duration.ofMillis(1_000),
        Duration.ofSeconds(10));
  }

  private static Access access(Dialect dialect) {
    return dialect == Dialect.REDIS ? TestServers.redis() : TestServers.memcached();
  }

  /** Stores every key, then loads. */
  private static LoadResult load(LoadPlan plan, Access access) {
    return load(plan, access, new Quiet());
  }

  private static LoadResult load(LoadPlan plan, Access access, LoadRig.Watcher watcher) {
    Data data = new Data(plan.seed(), access.keyPrefix(), plan.keys(), plan.valueBytes());
    store(plan, access, data);
    return LoadRig.run(plan, data, access, true, HistogramLog.none(), watcher);
  }

  private static void store(LoadPlan plan, Access access, Data data) {
    try (StoreAdmin admin =
        StoreAdmins.open(((Dialect) plan.subject()).store(), access, Timeouts.DEFAULT)) {
      admin.load(data.entries());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRequestOfAnOpenLoopIsSentAndAnswered(Dialect dialect) {
    LoadResult result = load(plan(dialect, 2_000, 20), access(dialect));
    Counts counts = result.counts();
    assertThat(counts.sent() + counts.dropped()).isEqualTo(2_000);
    assertThat(counts.dropped()).isZero();
    assertThat(counts.answered()).isEqualTo(2_000);
    assertThat(counts.hits() + counts.stored()).isEqualTo(2_000);
    assertThat(counts.hits()).isBetween(1_400L, 1_600L);
    assertThat(counts.failed()).isZero();
    assertThat(result.asked().get("gets") + result.asked().get("sets")).isEqualTo(2_400);
    assertThat(result.response().count()).isEqualTo(2_000);
    assertThat(result.service().count()).isEqualTo(2_000);
    assertThat(result.response().p50Nanos()).isGreaterThanOrEqualTo(result.service().p50Nanos());
    assertThat(result.cpuNanos()).isPositive();
    assertThat(result.complaint()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aUnixDomainSocketIsLoadedToo(Dialect dialect) {
    try (UnixServers servers = new UnixServers()) {
      LoadResult result = load(plan(dialect, 2_000, 20), servers.start(dialect.store()));
      assertThat(result.counts().answered()).isEqualTo(2_000);
      assertThat(result.counts().failed() + result.counts().misses()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClosedLoopSendsWhatGoesAndTimesServiceOnly(Dialect dialect) {
    LoadPlan plan = plan(dialect, 0, 4);
    LoadResult result = load(plan, access(dialect));
    assertThat(result.counts().answered()).isEqualTo(result.counts().sent()).isGreaterThan(1_000);
    assertThat(result.counts().misses() + result.counts().wrongBytes()).isZero();
    assertThat(result.counts().failed()).isZero();
    assertThat(result.service().count()).isEqualTo(result.counts().answered());
    assertThat(result.response().count()).isZero();
    assertThat(result.lateness().count()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void largeValuesGoThroughPipelinesOfSeveralThreads(Dialect dialect) {
    LoadPlan small = plan(dialect, 0, 5);
    LoadPlan plan =
        new LoadPlan(
            dialect,
            null,
            Spacing.CONSTANT,
            5,
            2,
            7,
            0.5,
            20,
            200_000,
            3,
            small.warmup(),
            small.duration(),
            Duration.ofSeconds(5));
    LoadResult result = load(plan, access(dialect));
    assertThat(result.counts().answered()).isEqualTo(result.counts().sent()).isGreaterThan(100);
    assertThat(result.counts().hits()).isPositive();
    assertThat(result.counts().stored()).isPositive();
    assertThat(result.counts().misses() + result.counts().wrongBytes()).isZero();
    assertThat(result.counts().failed()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void missesAndWrongBytesAreNoticed(Dialect dialect) {
    LoadPlan plan = plan(dialect, 1_000, 5);
    Access access = access(dialect);
    Data data = new Data(plan.seed(), access.keyPrefix(), plan.keys(), plan.valueBytes());
    List<Entry> entries = new ArrayList<>();
    data.entries().forEachRemaining(entries::add);
    LoadPlan onlyGets = withGetsOnly(plan);
    try (StoreAdmin admin = StoreAdmins.open(dialect.store(), access, Timeouts.DEFAULT)) {
      admin.flush();
      admin.load(entries.subList(0, 50).iterator());
      Entry other = new Entry(entries.get(7).key(), entries.get(8).value());
      admin.load(List.of(other).iterator());
    }
    LoadResult result = LoadRig.run(onlyGets, data, access, true, HistogramLog.none(), new Quiet());
    assertThat(result.counts().misses()).isBetween(400L, 600L);
    assertThat(result.counts().wrongBytes()).isBetween(1L, 40L);
    assertThat(result.counts().hits()).isBetween(400L, 600L);
    assertThat(result.counts().answered()).isEqualTo(1_000);
  }

  private static LoadPlan withGetsOnly(LoadPlan plan) {
    return new LoadPlan(
        plan.subject(),
        plan.rate(),
        plan.spacing(),
        plan.connections(),
        plan.threads(),
        plan.pipeline(),
        1,
        plan.keys(),
        plan.valueBytes(),
        plan.seed(),
        plan.warmup(),
        plan.duration(),
        plan.answer());
  }

  /** 200 ms of 3 s are 6.7 %: of response times p99.9 is a request that waited nearly all of it. */
  @ParameterizedTest
  @EnumSource(names = {"MEMCACHED", "REDIS"})
  void aServerThatStandsStillShowsInResponseTimesInFull(Dialect dialect) {
    ServerSpec spec = dialect == Dialect.REDIS ? ServerSpec.redis() : ServerSpec.memcached();
    try (LocalServers servers = LocalServers.open()) {
      LocalServer server = servers.start(spec, Answers.of(dialect.store()));
      LoadPlan usual = plan(dialect, 5_000, 10);
      LoadPlan plan =
          new LoadPlan(
              dialect,
              usual.rate(),
              Spacing.CONSTANT,
              10,
              1,
              1,
              1,
              100,
              32,
              1,
              Duration.ofSeconds(1),
              Duration.ofSeconds(3),
              Duration.ofSeconds(5));
      LoadResult result =
          load(
              plan,
              server.access(),
              new AfterTheFirstSecond(() -> Signals.standStill(server, 200)));
      assertThat(result.counts().answered()).isEqualTo(15_000);
      assertThat(result.counts().dropped()).isZero();
      assertThat(result.response().p999Nanos()).isGreaterThan(190 * MILLI);
      assertThat(result.response().maxNanos()).isGreaterThan(199 * MILLI);
      assertThat(result.response().p99Nanos()).isGreaterThan(160 * MILLI);
      // Ten requests were under way and took long; 150 are beyond p99.
      assertThat(result.service().maxNanos()).isGreaterThan(199 * MILLI);
      assertThat(result.service().p99Nanos()).isLessThan(result.response().p99Nanos() / 2);
      assertThat(result.counts().blocked()).isGreaterThan(800);
    }
  }

  @Test
  void aServerThatDiesFailsWhatWasUnderWayAndDropsTheRest() {
    try (LocalServers servers = LocalServers.open()) {
      LocalServer server = servers.start(ServerSpec.memcached(), Answers.of(StoreType.MEMCACHED));
      LoadPlan plan = plan(Dialect.MEMCACHED, 1_000, 5);
      LoadResult result =
          load(
              longer(plan, Duration.ofSeconds(1)),
              server.access(),
              new AfterTheFirstSecond(() -> Signals.send(server, "KILL")));
      Counts counts = result.counts();
      assertThat(counts.answered()).isBetween(900L, 1_500L);
      assertThat(counts.dropped()).isGreaterThan(400);
      assertThat(counts.answered() + counts.failed() + counts.dropped()).isEqualTo(2_000);
      assertThat(counts.failures().keySet())
          .isSubsetOf(FailureCause.LOST, FailureCause.REFUSED, FailureCause.ANSWER_TIMEOUT);
      assertThat(result.response().maxNanos()).isGreaterThan(1_000 * MILLI);
    }
  }

  @Test
  void aServerThatComesBackIsLoadedAgain() {
    try (LocalServers servers = LocalServers.open()) {
      LocalServer server = servers.start(ServerSpec.memcached(), Answers.of(StoreType.MEMCACHED));
      LoadPlan plan = longer(plan(Dialect.MEMCACHED, 1_000, 5), Duration.ofMillis(500));
      LoadResult result =
          load(plan, server.access(), new AtTheStart(() -> Signals.standStill(server, 900)));
      Counts counts = result.counts();
      assertThat(counts.failures().get(FailureCause.ANSWER_TIMEOUT)).isPositive();
      assertThat(counts.answered()).isGreaterThan(500);
      assertThat(counts.answered() + counts.failed() + counts.dropped()).isEqualTo(2_000);
    }
  }

  @Test
  void aLoginIsSaidOnEveryConnection() {
    try (GuestServers.RequirePass redis = new GuestServers.RequirePass("secret")) {
      Access access = redis.access().withCredentials(new Credentials("default", "secret"));
      LoadResult result = load(plan(Dialect.REDIS, 1_000, 10), access);
      assertThat(result.counts().answered()).isEqualTo(1_000);
      Access wrong = redis.access().withCredentials(new Credentials("default", "wrong"));
      assertThatExceptionOfType(LoadException.class)
          .isThrownBy(() -> run(plan(Dialect.REDIS, 1_000, 10), wrong))
          .withMessageContaining("lets nobody in");
    }
    LoadResult result = load(plan(Dialect.MEMCACHED, 1_000, 10), GuestServers.memcached());
    assertThat(result.counts().answered()).isEqualTo(1_000);
    assertThat(result.counts().hits()).isPositive();
  }

  @Test
  void aServerThatIsNotThereIsToldOfInASentence() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    Access nowhere = Access.to(new Endpoint("127.0.0.1", free));
    assertThatExceptionOfType(LoadException.class)
        .isThrownBy(() -> run(plan(Dialect.REDIS, 1_000, 10), nowhere))
        .withMessage("127.0.0.1:" + free + " cannot be loaded: Connection refused");
    assertThatExceptionOfType(LoadException.class)
        .isThrownBy(() -> run(plan(Dialect.REDIS, 1_000, 10), nowhere.withTls()))
        .withMessageContaining("load speaks no TLS");
  }

  private static void run(LoadPlan plan, Access access) {
    Data data = new Data(plan.seed(), access.keyPrefix(), plan.keys(), plan.valueBytes());
    LoadRig.run(plan, data, access, true, HistogramLog.none(), new Quiet());
  }

  private static LoadPlan longer(LoadPlan plan, Duration answer) {
    return new LoadPlan(
        plan.subject(),
        plan.rate(),
        plan.spacing(),
        plan.connections(),
        plan.threads(),
        plan.pipeline(),
        plan.getShare(),
        plan.keys(),
        plan.valueBytes(),
        plan.seed(),
        plan.warmup(),
        Duration.ofSeconds(2),
        answer);
  }

  private static final class AtTheStart extends Quiet {
    private final Runnable task;

    AtTheStart(Runnable task) {
      this.task = task;
    }

    @Override
    public void measuring() {
      task.run();
    }
  }

  private static final class AfterTheFirstSecond extends Quiet {
    private final Runnable task;

    AfterTheFirstSecond(Runnable task) {
      this.task = task;
    }

    @Override
    public void second(LoadSecond second, int of) {
      if (second.number() == 0) {
        task.run();
      }
    }
  }
}
