// SPDX-License-Identifier: Apache-2.0
package cachemark.result.workload;

import cachemark.plan.Placement;
import cachemark.plan.workload.CacheEvent;
import cachemark.plan.workload.CacheEvent.What;
import cachemark.plan.workload.Shows;
import cachemark.result.Floor;
import cachemark.result.Records;
import cachemark.result.RunState;
import cachemark.result.ServerFacts;
import cachemark.result.Transport;
import cachemark.result.Verdict;
import cachemark.result.load.LoadMoment;
import cachemark.result.load.LoadSettings;
import cachemark.result.load.LoadStaleness;
import cachemark.result.load.LoadStep;
import cachemark.result.load.LoadTable;
import cachemark.result.load.LoadTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A workload for tests; its numbers are invented. */
public final class WorkloadRecords {
  private static final Instant THEN = Instant.parse("2026-01-31T10:15:00Z");

  private WorkloadRecords() {}

  /** Two rounds of two groups: memory with a store none beside, and an outage with errors. */
  public static WorkloadRecord record(RunState state) {
    List<WorkloadLoad> loads = new ArrayList<>();
    for (int round = 1; round <= 2; round++) {
      loads.add(outage(round));
      loads.add(memory(round, "16m", 0.8));
      loads.add(memory(round, "8m", 0.6));
      loads.add(load("memory", Shows.HIT_RATIO, round, Map.of("store", "none"), List.of(), none()));
    }
    return new WorkloadRecord(
        WorkloadRecord.SCHEMA_VERSION,
        "mine",
        state,
        THEN,
        state == RunState.COMPLETE ? THEN : null,
        "cache",
        2,
        4,
        7,
        Placement.SPLIT,
        Records.MACHINE,
        Records.BUILD,
        List.of(server("Redis", "7.0.15"), server("MariaDB", "10.11")),
        List.of(new Floor(Placement.SPLIT, Transport.TCP, 25_000, 70_000, 13_000, 6_500)),
        state == RunState.COMPLETE ? loads : loads.subList(0, 3));
  }

  private static ServerFacts server(String name, String version) {
    return new ServerFacts(
        name,
        version,
        "local process",
        "127.0.0.1:1",
        null,
        "nobody",
        List.of(name),
        Map.of("port", "1"));
  }

  private static WorkloadLoad memory(int round, String memory, double hitRatio) {
    Map<String, String> words = Map.of("store", "redis", "cache-memory", memory, "keys", "1000");
    long hits = Math.round(1_000 * hitRatio);
    LoadStep step =
        step(
            9_000 + 1_000 * round,
            Map.of("sent", 1_000L, "hits", 1_000L, "cacheHits", hits, "cacheMisses", 1_000 - hits),
            0,
            round == 1 ? Verdict.VALID : Verdict.SUSPECT);
    return load("memory", Shows.HIT_RATIO, round, words, List.of(), step);
  }

  private static LoadStep none() {
    return step(5_000, Map.of("sent", 1_000L, "hits", 1_000L), 0, Verdict.VALID);
  }

  private static WorkloadLoad outage(int round) {
    LoadStep step =
        step(
            2_000,
            Map.of("sent", 1_000L, "hits", 990L, "refused", 10L),
            3,
            round == 1 ? Verdict.VALID : Verdict.INVALID);
    return load(
        "outage",
        null,
        round,
        Map.of("store", "redis", "rate", "2k"),
        List.of(new CacheEvent(500, What.KILL), new CacheEvent(900, What.REVIVE)),
        step);
  }

  private static WorkloadLoad load(
      String group,
      Shows shows,
      int round,
      Map<String, String> words,
      List<CacheEvent> events,
      LoadStep step) {
    return new WorkloadLoad(group, shows, round, words, events, settings(words.get("store")), step);
  }

  private static LoadSettings settings(String cache) {
    return new LoadSettings(
        "TABLE",
        "a table",
        null,
        8,
        8,
        1,
        1.0,
        1_000,
        0.9,
        100,
        7,
        1_000,
        1_000,
        5_000,
        Placement.SPLIT,
        new LoadTable(
            cache,
            "read-through",
            "none",
            0,
            false,
            null,
            null,
            null,
            1,
            0,
            "primary",
            "mariadb-connector",
            "relaxed",
            true,
            0),
        null);
  }

  private static LoadStep step(
      double perSecond, Map<String, Long> counts, double stalePerMillion, Verdict verdict) {
    LoadTimes times =
        new LoadTimes(1_000, 90_000, 80_000, 120_000, 400_000, 600_000, 700_000, 900_000);
    return new LoadStep(
        null,
        null,
        THEN,
        null,
        perSecond,
        perSecond,
        counts,
        null,
        times,
        null,
        Map.of(),
        null,
        new LoadStaleness(1_000, 0, stalePerMillion, 0, 0, 0),
        null,
        List.of(new LoadMoment(0, counts, null, times, null, Map.of())),
        Map.of("clientCpuNanos", 40_000_000L),
        verdict,
        verdict == Verdict.VALID ? List.of() : List.of("something was amiss"));
  }
}
