// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Placement;
import cachemark.result.RunState;
import cachemark.result.Verdict;
import cachemark.result.load.LoadCache;
import cachemark.result.load.LoadFiles;
import cachemark.result.load.LoadRecord;
import cachemark.result.load.LoadSearch;
import cachemark.result.load.LoadStep;
import cachemark.result.load.LoadTable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code load} from its command line to its files, on servers that it starts. */
final class LoadCommandIT {
  @TempDir private Path folder;
  private OwnLoads loads;

  @BeforeEach
  void useAFolderOfItsOwn() throws Exception {
    loads = new OwnLoads(folder);
  }

  @AfterEach
  void useTheUsualOneAgain() {
    loads.close();
  }

  private Said load(String... words) {
    return loads.load(words);
  }

  private Path results() {
    return loads.results();
  }

  @Test
  void aLoadIsToldStoredLoggedAndDrawn() throws Exception {
    load("--rate", "500", "--duration", "2500ms", "--arrivals", "poisson", "--seed", "7")
        .fine("500/s, about ", "response time", "service time", "send lateness", "results  ");
    LoadRecord load = LoadFiles.read(results());
    assertThat(load.state()).isEqualTo(RunState.COMPLETE);
    assertThat(load.settings().seed()).isEqualTo(7);
    assertThat(load.floors()).hasSize(2).allMatch(floor -> floor.placement() == Placement.FREE);
    LoadStep step = load.steps().get(0);
    assertThat(step.seconds()).hasSize(3);
    long answered = step.count("hits") + step.count("stored");
    assertThat(answered).isEqualTo(step.count("sent")).isBetween(1_000L, 1_500L);
    assertThat(step.costs()).containsKeys("clientCpuNanos", "serverCpuNanos", "gets", "sets");
    assertThat(logged("response-time.hlog")).isEqualTo(answered);
    assertThat(logged("service-time.hlog")).isEqualTo(answered);
    Path page = folder.resolve("charts").resolve("mine").resolve("index.html");
    String drawn = Files.readString(page);
    Files.delete(page);
    Said.to(
            "report",
            "mine",
            "--results",
            folder.resolve("results").toString(),
            "--charts",
            folder.resolve("charts").toString())
        .fine("report in ");
    assertThat(Files.readString(page)).isEqualTo(drawn);
  }

  private long logged(String file) throws Exception {
    long count = 0;
    try (HistogramLogReader log = new HistogramLogReader(results().resolve(file).toFile())) {
      while (log.hasNext()) {
        count += ((AbstractHistogram) log.nextIntervalHistogram()).getTotalCount();
      }
    }
    return count;
  }

  @Test
  void aSweepStoresEveryRateAndItsLogs() {
    load("--sweep", "200..600", "--steps", "3", "--duration", "500ms", "--store", "redis")
        .fine("Response times of an open loop", "The latency (p99) turns upwards");
    LoadRecord load = LoadFiles.read(results());
    assertThat(load.steps().stream().map(LoadStep::fromPerSecond))
        .containsExactly(200.0, 400.0, 600.0);
    assertThat(new File(results().toFile(), "step-03-response-time.hlog")).isNotEmpty();
  }

  @Test
  void aSearchFindsARateOrSaysThatNoneDoes() {
    load("--search", "p50<1us", "--duration", "100ms", "--answer-within", "500ms")
        .fine("No rate met p50 < 1.00 µs.");
    assertThat(LoadFiles.read(results()).search()).isEqualTo(new LoadSearch("p50", 1_000, null));
  }

  @Test
  void aClosedLoopTellsServiceTimesOnly() {
    Said said = load("--closed", "--meta", "--duration", "500ms", "--gets", "50");
    said.fine("memcached, meta commands", "closed loop", "service time");
    assertThat(said.out()).doesNotContain("response time", "send lateness");
    assertThat(LoadFiles.read(results()).steps().get(0).response()).isNull();
  }

  @Test
  void aTableIsLoadedWithACacheInFrontAndItsServersCountTheSame() {
    Said said =
        load(
            "--table --store redis --rate 300 --duration 1500ms --cached 50 --seed 7 --ttl none"
                .split(" "));
    said.fine(
        "Redis ", " in front of ", "of hits", "of misses", "of updates", "hit ratio", "queries/s");
    LoadRecord load = LoadFiles.read(results());
    assertThat(load.settings().table())
        .isEqualTo(
            new LoadTable(
                "redis",
                "read-through",
                "none",
                0,
                false,
                null,
                null,
                null,
                0.5,
                0,
                "primary",
                "connector-j",
                "fsync",
                false,
                0));
    assertThat(load.settings().dialect()).isEqualTo("TABLE");
    assertThat(load.server().name()).isEqualTo("Redis");
    assertThat(load.database()).isNotNull();
    LoadStep step = load.steps().get(0);
    assertThat(step.count("hits") + step.count("stored")).isEqualTo(step.count("sent"));
    assertThat(step.count("sent")).isEqualTo(450);
    assertThat(step.count("cacheHits") + step.count("cacheMisses")).isEqualTo(step.count("hits"));
    assertThat(step.count("rowsUpdated")).isEqualTo(step.count("stored")).isPositive();
    assertThat(step.costs()).containsKeys("gets", "databaseSelects", "databaseCpuNanos");
    assertThat(step.reasons()).noneMatch(reason -> reason.contains("counted"));
    assertThat(step.seconds().get(0).routes()).containsKeys("hit", "miss");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--store memcached", "--store redis --eviction lfu"})
  void aCacheSmallerThanItsDataGivesValuesUpAndBothSidesCountTheSame(String store) {
    load(("--table --rate 400 --duration 2s --skew 0.99 --seed 7 --gets 100 --keys 12000"
                + " --value-bytes 1000 --driver mariadb-connector --cache-memory 8m "
                + store)
            .split(" "))
        .fine(" items at the end of ", "evicted", "hit ratio by its own counters", "skew 0.99");
    LoadRecord load = LoadFiles.read(results());
    assertThat(load.settings().skew()).isEqualTo(0.99);
    assertThat(load.settings().table().cacheMemory()).isEqualTo("8m");
    LoadStep step = load.steps().get(0);
    LoadCache cache = step.cache();
    assertThat(cache.itemsHeld()).isBetween(1_000L, 9_000L);
    assertThat(cache.bytesPerItem().getAsDouble()).isBetween(1_000.0, 2_500.0);
    assertThat(cache.evictions()).isPositive();
    assertThat(cache.serverHitRatio()).isEqualTo(cache.clientHitRatio()).isBetween(0.3, 0.99);
    assertThat(step.reasons()).noneMatch(reason -> reason.contains("counte"));
  }

  @Test
  void staleReadsAreToldAndStoredAndUnderLeasesThereAreNone() {
    String race =
        "--table --closed --connections 32 --keys 8 --gets 60 --cached 0 --duration 4s"
            + " --driver mariadb-connector --durability relaxed --seed 7";
    load((race + " --policy lease --single-flight").split(" "))
        .fine("stale: 0 of ", "leases:  ", "lease in single flight");
    LoadStep fresh = LoadFiles.read(results()).steps().get(0);
    assertThat(fresh.staleness().reads()).isEqualTo(fresh.count("hits")).isPositive();
    assertThat(fresh.staleness().staleReads()).isZero();
    assertThat(fresh.count("leasesFilled")).isPositive();
    load((race + " --id other").split(" ")).fine("stale: ", " per million; in ");
    LoadStep stale = LoadFiles.read(results().resolveSibling("other")).steps().get(0);
    assertThat(stale.staleness().staleReads()).isEqualTo(stale.count("staleReads")).isPositive();
    assertThat(stale.staleness().longestNanos()).isPositive();
    assertThat(stale.reasons()).noneMatch(reason -> reason.contains("replaced"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"memcached", "redis"})
  void thatThereIsNoRowIsKeptInTheCacheIfThatIsAsked(String store) {
    load(("--table --rate 400 --duration 2s --missing 50 --negative-ttl 60s --policy lease"
                + " --ttl-jitter 10% --seed 7 --gets 90 --store "
                + store)
            .split(" "))
        .fine("50 % of the keys without a row", "of missing rows 60s", "ttl 60s ± 10 %");
    LoadStep step = LoadFiles.read(results()).steps().get(0);
    assertThat(step.count("misses") + step.count("notStored")).isZero();
    assertThat(step.count("readsOfNothing")).isBetween(250L, 450L);
    assertThat(step.count("cacheAbsences")).isBetween(200L, step.count("readsOfNothing"));
    assertThat(step.count("rowsMissing")).isLessThan(60);
    assertThat(step.staleness().reads())
        .isEqualTo(step.count("hits") - step.count("readsOfNothing"));
    assertThat(step.reasons()).noneMatch(reason -> reason.contains("counte"));
  }

  @Test
  void aTableAloneIsLoadedAtSeveralRatesEachFromTheSameBeginning() {
    load("--table --store none --sweep 100..200 --steps 2 --duration 500ms".split(" "))
        .fine("MariaDB", " alone", "queries/s", "The latency (p99) turns upwards");
    LoadRecord load = LoadFiles.read(results());
    assertThat(load.database()).isNull();
    assertThat(load.steps()).hasSize(2);
    for (LoadStep step : load.steps()) {
      assertThat(step.hitRatio()).isEmpty();
      assertThat(step.queries()).isEqualTo(step.count("sent"));
      assertThat(step.routes()).containsKey("read").doesNotContainKey("hit");
      assertThat(step.reasons()).noneMatch(reason -> reason.contains("counted"));
    }
  }

  @Test
  void aCacheThatIsKilledInMidLoadIsCountedAndTold() throws Exception {
    Thread killer = new Thread(this::killTheServerOnceItIsLoaded);
    killer.start();
    Said said = load("--table --rate 200 --duration 6s".split(" "));
    killer.join();
    said.ended(ExitCode.INCOMPLETE, "has died", "requests failed in ");
    LoadRecord load = LoadFiles.read(results());
    assertThat(load.state()).isEqualTo(RunState.COMPLETE);
    LoadStep step = load.steps().get(0);
    assertThat(step.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(step.seconds()).hasSize(6);
    assertThat(step.seconds().get(5).failed()).isPositive();
    assertThat(step.count("sent") + step.count("dropped")).isEqualTo(1_200);
    assertThat(folder.resolve("charts").resolve("mine").resolve("index.html")).isNotEmptyFile();
  }

  private void killTheServerOnceItIsLoaded() {
    try {
      for (int i = 0; i < 600 && !LoadFiles.isLoad(results()); i++) {
        Thread.sleep(100);
      }
      Thread.sleep(3_000); // past connecting, and well before the end
      long pid = LoadFiles.read(results()).server().pid();
      new ProcessBuilder("kill", "-KILL", Long.toString(pid)).start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
