// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.ForeignData;
import cachemark.GuestServers;
import cachemark.Sql;
import cachemark.TestCertificates;
import cachemark.TestServers;
import cachemark.Until;
import cachemark.cli.SuiteProcess.Ended;
import cachemark.result.RunReader;
import cachemark.result.ServerFacts;
import cachemark.result.StoredRun;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import cachemark.server.ServerKind;
import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.Expiry;
import cachemark.store.StoreType;
import cachemark.store.registry.StoreFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs on servers that belong to somebody else, with accounts, over TLS, beside other data. */
final class RunExternalIT {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final String GETS =
      "{id: E1r, variant: today, mode: throughput, benchmarks: [SingleThreadBenchmark.get],"
          + " threads: [1], axes: {store: [STORES], client: [WIRE], connections: [KEPT]},"
          + " timing: {warmupMillis: 50, iterations: 1, iterationMillis: 400}}";
  private static final String TABLES =
      "{id: E4, variant: report, mode: batch, benchmarks: [DatabaseReadBenchmark.readBatch,"
          + " DatabaseWriteBenchmark.writeBatch], threads: [2], axes: {cache: [MEMCACHED, REDIS],"
          + " ttl: [60s], client: [WIRE], connections: [KEPT], index: [NONE], engine: [INNODB],"
          + " operations: [50]}, timing: {warmupMillis: 50, iterations: 2, iterationMillis: 1}}";
  private static final String LONG =
      "{id: E4, variant: today, mode: throughput, benchmarks: [DatabaseReadBenchmark.read],"
          + " threads: [1], axes: {cache: [REDIS], client: [WIRE], connections: [KEPT]},"
          + " timing: {warmupMillis: 50, iterations: 1, iterationMillis: 2000}}";

  @TempDir private Path folder;
  private ExternalSuite external;
  private Suite suite;
  private StoredFolder stored;

  @BeforeEach
  void prepare() throws Exception {
    external = new ExternalSuite(folder);
    suite = external.suite();
    stored = suite.results("r");
  }

  @BeforeEach
  void restoreWhatIsTheirs() {
    ForeignData.restore();
  }

  @AfterEach
  void nothingOfTheirsIsTouchedAndNothingOfOursStays() throws Exception {
    suite.awaitNothingLeft(SOON);
    ForeignData.requireOnly(StoreType.REDIS, GuestServers.redisOwner());
    ForeignData.requireOnly(StoreType.MEMCACHED, GuestServers.memcachedOwner());
    assertThat(schemas()).contains("foreign_data").doesNotContain(GuestServers.NAME);
    assertThat(Sql.column(GuestServers.databaseOwner(), "SELECT val FROM foreign_data.mytable"))
        .containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void aRunIsValidAndSaysWhereItWasAndKeepsSecrets() throws Exception {
    Map<ServerKind, Access> servers = guests();
    Credentials login = servers.get(ServerKind.MEMCACHED).credentials();
    servers.put(
        ServerKind.MEMCACHED,
        Access.to(servers.get(ServerKind.MEMCACHED).endpoint())); // its account by environment
    String plan = external.plan("guests", 1, gets("MEMCACHED, REDIS"), TABLES);
    SuiteProcess run =
        suite.start(
            Map.of(
                "CACHEMARK_MEMCACHED_USER", login.user(),
                "CACHEMARK_MEMCACHED_PASSWORD", login.password()),
            external.line(servers, "run", "--plan", plan, "--id", "r"));
    Set<String> told = secretsToldWhile(run);
    Ended ended = run.await();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(told).isEmpty();
    assertNoSecretIn(suite.folder());
    StoredRun record = RunReader.read(stored.path());
    assertThat(record.trials()).hasSize(6).allMatch(trial -> trial.verdict() == Verdict.VALID);
    assertThat(record.trials())
        .allSatisfy(RunExternalIT::assertCounted)
        .allSatisfy(trial -> assertThat(trial.cell().placement().text()).isEqualTo("free"));
    assertHonest(record);
  }

  private static void assertCounted(TrialRecord trial) {
    assertThat(trial.server())
        .containsKeys("gets", "hits", "clientCpuNanos")
        .doesNotContainKeys("serverCpuNanos", "databaseCpuNanos");
  }

  private static void assertHonest(StoredRun record) {
    assertThat(record.head().servers())
        .hasSize(3)
        .allSatisfy(
            server -> {
              assertThat(server.pid()).isNull();
              assertThat(server.user()).isEqualTo("unknown");
              assertThat(server.commandLine()).isEmpty();
              assertThat(server.settings()).hasSizeGreaterThan(10);
              assertThat(server.dataFileSystem()).isNull();
            });
    assertThat(record.head().servers())
        .extracting(ServerFacts::source)
        .containsExactlyInAnyOrder(
            source(GuestServers.memcached(), ""),
            source(GuestServers.redis(), " over TLS"),
            source(GuestServers.database(), " over TLS"));
  }

  private static String source(Access access, String tls) {
    return "external server " + access.endpoint() + tls + ", as guest cachemark";
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void aRunThatIsStoppedLeavesNothing(String signal) throws Exception {
    SuiteProcess run = startAndAwaitSecondTrial();
    run.signalGroup(signal);
    Ended ended = run.await();
    assertThat(ended.code()).isEqualTo(signal.equals("INT") ? 130 : 143);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains("1 finished trials are kept");
  }

  @Test
  void whatAKilledRunLeftTheNextRemovesWhichTakesNoOtherServers() throws Exception {
    SuiteProcess run = startAndAwaitSecondTrial();
    run.signal("KILL");
    assertThat(run.await().code()).isEqualTo(137);
    suite.awaitNobodyLeft(SOON);
    assertThat(schemas()).contains(GuestServers.NAME);

    Map<ServerKind, Access> fewer = guests();
    fewer.remove(ServerKind.REDIS);
    assertRefused(
        suite.run(resumed(fewer, "--servers", "local")), " and this is ", "the same --servers");
    assertRefused(suite.run("run", "--resume", "r", "--servers", "local"), " and this is ");

    Ended resumed = suite.run(resumed(guests()));
    assertThat(resumed.err()).isEmpty();
    assertThat(resumed.code()).isZero();
    assertThat(stored.trials()).hasSize(3).allMatch(trial -> trial.verdict() == Verdict.VALID);
    assertThat(new HashSet<>(stored.ids())).hasSize(3);
  }

  @Test
  void aServerThatDoesNotTellItsSettingsIsMeasuredAndThatIsRecorded() throws Exception {
    String plan = external.plan("quiet", 1, gets("REDIS"));
    Ended ended =
        suite.run(
            external.line(
                Map.of(ServerKind.REDIS, GuestServers.reticentRedis()),
                "run",
                "--plan",
                plan,
                "--id",
                "r"));
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    ServerFacts redis = RunReader.read(stored.path()).head().servers().get(0);
    assertThat(redis.version()).matches("\\d+\\..*");
    assertThat(redis.settings()).containsOnlyKeys("settings are not told");
    assertThat(redis.settings().get("settings are not told")).contains("NOPERM");
  }

  @Test
  void memcachedIsReachedOverTls() throws Exception {
    Map<ServerKind, Access> server = Map.of(ServerKind.MEMCACHED, GuestServers.memcachedOverTls());
    String plan = external.plan("secure", 1, gets("MEMCACHED"));
    Ended ended = suite.run(external.line(server, "run", "--plan", plan, "--id", "r"));
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(RunReader.read(stored.path()).head().servers().get(0).source())
        .isEqualTo(source(GuestServers.memcachedOverTls(), " over TLS"));
  }

  @Test
  void aServerIsEmptiedWhereThatIsAllowedAndNeverElse() throws Exception {
    Access own = TestServers.redis();
    String plan = external.plan("own", 1, gets("REDIS"));
    try (StoreFactory factory = GuestServers.wire(StoreType.REDIS, own)) {
      factory.open().set("theirs", new byte[] {1}, Expiry.NEVER);
      String[] line = external.line(Map.of(ServerKind.REDIS, own), "run", "--plan", plan);
      assertThat(suite.run(line).code()).isZero();
      assertThat(factory.open().get("theirs")).containsExactly(1);
      String[] destructive =
          external.line(
              Map.of(ServerKind.REDIS, own),
              "run",
              "--plan",
              plan,
              "--id",
              "r",
              "--allow-destructive");
      assertThat(suite.run(destructive).code()).isZero();
      assertThat(factory.open().get("theirs")).isNull();
    }
    assertThat(RunReader.read(stored.path()).head().servers().get(0).source())
        .isEqualTo("external server " + own.endpoint());
  }

  @Test
  void aSchemaOfOurNameWithATableOfTheirsIsLeftAsItIs() throws Exception {
    Access owner = GuestServers.databaseOwner();
    Sql.execute(
        owner,
        "CREATE DATABASE cachemark",
        "CREATE TABLE cachemark.mytable (num INT)",
        "INSERT INTO cachemark.mytable VALUES (7)");
    try {
      Ended ended = suite.run(longRun());
      assertRefused(ended, "the schema cachemark holds mytable, which is not ours", "guest name");
      assertThat(ended.out()).doesNotContain("may be left");
      assertThat(Sql.column(owner, "SELECT num FROM cachemark.mytable")).containsExactly("7");
    } finally {
      Sql.execute(owner, "DROP DATABASE cachemark");
    }
  }

  @Test
  void commitsThatWaitForSomethingElseThereAreRefusedBeforeAnyTrial() throws Exception {
    String plan =
        external.plan(
            "relaxed", 1, LONG.replace("cache: [REDIS]", "cache: [REDIS], durability: [RELAXED]"));
    assertRefused(
        suite.run(external.line(guests(), "run", "--plan", plan, "--id", "r")),
        "durability=RELAXED asks for innodb_flush_log_at_trx_commit = 2, and there it is 1",
        "--allow-destructive");
  }

  @Test
  void aJmhLineGoesThereToo() throws Exception {
    Map<ServerKind, Access> redis = Map.of(ServerKind.REDIS, GuestServers.redis());
    String line = "SingleThreadBenchmark.get$ -f 1 -wi 1 -w 1 -i 1 -r 1 -bm thrpt -p store=REDIS";
    SuiteProcess run =
        suite.start(external.line(redis, (line + " -p client=LETTUCE").split(" ", -1)));
    assertThat(secretsToldWhile(run)).isEmpty();
    Ended ended = run.await();
    assertThat(ended.err()).as(ended.out()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .contains("client = LETTUCE", "thrpt")
        .doesNotContain("-secret", TestCertificates.PASSWORD);
  }

  private SuiteProcess startAndAwaitSecondTrial() throws Exception {
    SuiteProcess run = suite.start(longRun());
    run.awaitFork(stored, 1);
    Until.holds("a second trial", Duration.ofSeconds(30), () -> stored.measurements() == 2);
    return run;
  }

  private String[] longRun() throws IOException {
    return external.line(guests(), "run", "--plan", external.plan("long", 3, LONG), "--id", "r");
  }

  private String[] resumed(Map<ServerKind, Access> servers, String... more) throws IOException {
    return external.line(
        servers,
        Stream.concat(Stream.of("run", "--resume", "r"), Stream.of(more)).toArray(String[]::new));
  }

  private void assertRefused(Ended ended, String... parts) throws IOException {
    assertThat(ended.err()).startsWith("error: ").contains(parts).hasLineCount(1);
    assertThat(ended.code()).isEqualTo(ExitCode.RUN_ERROR.code());
    assertThat(Files.exists(stored.journal()) ? stored.trials() : List.of())
        .hasSizeLessThanOrEqualTo(1);
  }

  private static String gets(String stores) {
    return GETS.replace("STORES", stores);
  }

  private static Map<ServerKind, Access> guests() {
    return new EnumMap<>(
        Map.of(
            ServerKind.MEMCACHED, GuestServers.memcached(),
            ServerKind.REDIS, GuestServers.redis(),
            ServerKind.MYSQL, GuestServers.database()));
  }

  private static List<String> schemas() {
    return Sql.column(GuestServers.databaseOwner(), "SHOW DATABASES");
  }

  /** The command lines on this machine in which a password was seen while {@code run} went on. */
  private Set<String> secretsToldWhile(SuiteProcess run) throws Exception {
    Set<String> told = new TreeSet<>();
    while (run.isAlive()) {
      for (String line : suite.living()) {
        boolean ofUser = line.contains(TestCertificates.PASSWORD + " -jar");
        if (line.contains("-secret") || (!ofUser && line.contains(TestCertificates.PASSWORD))) {
          told.add(line);
        }
      }
      Thread.sleep(50);
    }
    return told;
  }

  private static void assertNoSecretIn(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).hasSizeGreaterThan(8);
      for (Path file : all) {
        assertThat(Files.readString(file, ISO_8859_1).contains("guest-secret"))
            .as(file + "")
            .isFalse();
        assertThat(Files.readString(file, ISO_8859_1).contains(TestCertificates.PASSWORD))
            .as(file + "")
            .isFalse();
      }
    }
  }
}
