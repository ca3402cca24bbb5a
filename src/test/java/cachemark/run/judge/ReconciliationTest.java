// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Mode;
import cachemark.result.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReconciliationTest {
  private static final Check RECONCILIATION = new Reconciliation();

  private static Trials reads(long client, long gets, long hits) {
    return Trials.store("getBatch", Mode.BATCH)
        .ended("hits", client)
        .cost("gets", gets)
        .cost("hits", hits)
        .cost("sets", 0);
  }

  @Test
  void whatBothSidesCountAlikeIsInOrder() {
    reads(1_000, 1_000, 1_000).passes(RECONCILIATION);
  }

  @ParameterizedTest
  @ValueSource(longs = {998, 1_002})
  void anotherNumberOfGetsIsInvalid(long gets) {
    reads(1_000, gets, 1_000)
        .fails(RECONCILIATION, Verdict.INVALID, "the client counts 1000 gets, memcached " + gets);
  }

  @Test
  void aHitThatTheServerDidNotHaveIsInvalid() {
    reads(1_000, 1_000, 999)
        .fails(RECONCILIATION, Verdict.INVALID, "the client counts 1000 hits, memcached 999");
  }

  @Test
  void aStrangersWriteAmongReadsIsInvalid() {
    reads(10, 10, 10)
        .with("store", "REDIS")
        .cost("sets", 1)
        .fails(RECONCILIATION, Verdict.INVALID, "the client counts 0 sets, Redis 1");
  }

  @Test
  void wrongBytesWereFoundAndMissesWereNot() {
    reads(10, 13, 12).ended("wrongBytes", 2).ended("misses", 1).passes(RECONCILIATION);
  }

  @ParameterizedTest
  @CsvSource({"1000, true", "1003, true", "997, true", "1004, false", "996, false"})
  void whatFailedMayHaveArrivedOrNot(long sets, boolean honest) {
    Trials trial =
        Trials.store("setBatch", Mode.BATCH)
            .ended("stored", 1_000)
            .ended("answerTimeout", 3)
            .cost("sets", sets);
    if (honest) {
      trial.passes(RECONCILIATION);
    } else {
      trial.fails(
          RECONCILIATION, Verdict.INVALID, "the client counts 1000 sets, memcached " + sets);
    }
  }

  @Test
  void serversThatOthersUseCountTheOthersToo() {
    reads(1_000, 5_000, 5_000)
        .amid(new Circumstances(false, 1, 1, 0, Duration.ZERO))
        .passes(RECONCILIATION);
  }

  @Test
  void aServerThatDoesNotTellIsBelieved() {
    Trials.store("getBatch", Mode.BATCH).ended("hits", 10).passes(RECONCILIATION);
  }

  @ParameterizedTest
  @CsvSource({
    "get, DIRECT, 50, 0, true",
    "get, TWEMPROXY, 51, 0, false",
    "multiget10, PROXY_REPAIR, 500, 0, true",
    "multiget10, PROXY_REPAIR, 50, 0, false",
    "multiget100, XMEMCACHED, 5000, 0, true",
    "set, TWEMPROXY, 0, 50, true",
    "set, PROXY_MAGENT, 0, 100, true",
    "set, PROXY_REPAIR, 0, 50, false",
  })
  void theServersOfAPathAreAskedForEachKeyAndWrittenToOncePerCopy(
      String method, String path, long gets, long sets, boolean honest) {
    Trials trial =
        Trials.of("ProxyHopBenchmark." + method, Mode.SAMPLE)
            .with("path", path)
            .ended(method.equals("set") ? "stored" : "hits", 50)
            .cost("operationsDone", 50)
            .cost("gets", gets)
            .cost("hits", gets)
            .cost("sets", sets);
    assertThat(trial.judgedBy(RECONCILIATION).isEmpty()).isEqualTo(honest);
  }

  @Test
  void timedIterationsBeginWithTheirPreparationWhereNothingWarmedUp() {
    Trials timed =
        Trials.store("get", Mode.THROUGHPUT)
            .ended("hits", 10)
            .cost("operationsDone", 10)
            .cost("gets", 10)
            .cost("hits", 10)
            .cost("sets", 10_000);
    timed.fails(RECONCILIATION, Verdict.INVALID, "the client counts 0 sets, memcached 10000");
    timed.withoutWarmUp().passes(RECONCILIATION);
  }

  @Test
  void everyCallComesToAnEnd() {
    Trials.store("get", Mode.SAMPLE)
        .ended("hits", 998)
        .cost("operationsDone", 1_000)
        .cost("gets", 998)
        .cost("hits", 998)
        .fails(
            RECONCILIATION,
            Verdict.INVALID,
            "JMH counts 1000 operations, of which 998 came to an end");
  }

  @Test
  void aPipelineMayHoldBackLessThanOneGoOfEachThread() {
    Trials pipeline =
        Trials.of("PipelineBenchmark.get", Mode.THROUGHPUT)
            .with("store", "REDIS")
            .with("pipeline", "32")
            .threads(2)
            .scores(1.0)
            .ended("hits", 640)
            .cost("gets", 640)
            .cost("hits", 640);
    pipeline.cost("operationsDone", 702).passes(RECONCILIATION);
    pipeline
        .cost("operationsDone", 703)
        .fails(
            RECONCILIATION,
            Verdict.INVALID,
            "JMH counts 703 operations, of which 640 came to an end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"XMEMCACHED", "SPYMEMCACHED"})
  void keysThatSeveralThreadsWantAtOnceAreAskedForOnce(String client) {
    Trials shared =
        Trials.store("get", Mode.THROUGHPUT)
            .with("client", client)
            .with("connections", "SHARED")
            .threads(20)
            .ended("hits", 1_000)
            .cost("operationsDone", 1_000)
            .cost("hits", 400);
    shared.cost("gets", 400).passes(RECONCILIATION);
    shared
        .cost("gets", 1_001)
        .fails(RECONCILIATION, Verdict.INVALID, "the client counts 1000 gets, memcached 1001");
    shared
        .cost("gets", 49)
        .fails(RECONCILIATION, Verdict.INVALID, "the client counts 1000 gets, memcached 49");
    shared
        .with("client", "WIRE")
        .cost("gets", 400)
        .cost("hits", 1_000)
        .fails(RECONCILIATION, Verdict.INVALID, "the client counts 1000 gets, memcached 400");
  }

  @Test
  void commandsAreComparedWhereTheServerCountsThem() {
    Trials command = Trials.of("OperationsBenchmark.batch", Mode.BATCH).with("store", "REDIS");
    command.with("command", "MULTIGET").with("elements", "100").ended("hits", 200);
    command.cost("gets", 20_000).passes(RECONCILIATION);
    command
        .cost("gets", 20_100)
        .fails(RECONCILIATION, Verdict.INVALID, "the client counts 20000 gets, Redis 20100");
    command.with("command", "SINTER").passes(RECONCILIATION);
  }

  @Test
  void pairsAreTwoKeysEach() {
    Trials.of("AtomicityBenchmark.pairApart", Mode.BATCH)
        .with("store", "REDIS")
        .ended("hits", 300)
        .ended("torn", 100)
        .ended("stored", 400)
        .cost("gets", 800)
        .cost("sets", 801)
        .fails(RECONCILIATION, Verdict.INVALID, "the client counts 800 sets, Redis 801");
  }

  @ParameterizedTest
  @CsvSource({"MEMCACHED, 200", "REDIS, 400"})
  void redisIsAskedTwiceOnEachOfManyConnections(String store, long lookUps) {
    Trials.of("ConnectionsBenchmark.open", Mode.BATCH)
        .with("store", store)
        .with("openConnections", "200")
        .ended("hits", 200)
        .cost("gets", lookUps)
        .cost("hits", lookUps)
        .passes(RECONCILIATION);
  }

  private static Trials record(String method, String cache) {
    return Trials.of("DatabaseBenchmark." + method, Mode.BATCH)
        .with("cache", cache)
        .with("policy", "REPORT")
        .with("ttl", "60s")
        .cost("databaseSelects", 0)
        .cost("databaseInserts", 0);
  }

  @Test
  void aTableCountsWhatTheCacheLetThrough() {
    Trials read =
        record("readBatch", "REDIS")
            .ended("hits", 90)
            .ended("misses", 10)
            .ended("rowsFound", 10)
            .cost("gets", 100)
            .cost("hits", 90)
            .cost("sets", 0);
    read.cost("databaseSelects", 10).passes(RECONCILIATION);
    read.cost("databaseSelects", 11)
        .fails(RECONCILIATION, Verdict.INVALID, "the client counts 10 selects, the database 11");
  }

  @Test
  void aWriteIsALookUpAnInsertAndASet() {
    Trials write =
        record("writeBatch", "MEMCACHED")
            .ended("misses", 50)
            .ended("rowsInserted", 50)
            .ended("stored", 50)
            .cost("gets", 50)
            .cost("hits", 0)
            .cost("sets", 50);
    write.cost("databaseInserts", 50).passes(RECONCILIATION);
    write
        .cost("databaseInserts", 49)
        .fails(RECONCILIATION, Verdict.INVALID, "the client counts 50 inserts, the database 49");
  }

  @Test
  void aLoginMayAskForVariables() {
    Trials read =
        record("readBatch", "NONE").ended("rowsFound", 10).cost("databaseConnections", 10);
    read.with("connections", "PER_OP").cost("databaseSelects", 20).passes(RECONCILIATION);
    read.cost("databaseSelects", 21)
        .fails(RECONCILIATION, Verdict.INVALID, "the client counts 10 selects, the database 21");
  }

  @Test
  void aStatementThatIsPreparedAgainIsCountedAgain() {
    Trials write =
        record("writeBatch", "NONE").ended("rowsInserted", 50).cost("databasePreparedAgain", 1);
    write.cost("databaseInserts", 51).passes(RECONCILIATION);
    write
        .cost("databaseInserts", 52)
        .fails(RECONCILIATION, Verdict.INVALID, "the client counts 50 inserts, the database 52");
  }
}
