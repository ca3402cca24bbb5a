// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.plan.Placement;
import cachemark.plan.workload.CacheEvent;
import cachemark.plan.workload.CacheEvent.What;
import cachemark.plan.workload.Shows;
import cachemark.result.BuildFacts;
import cachemark.result.Floor;
import cachemark.result.MachineFacts;
import cachemark.result.RunState;
import cachemark.result.ServerFacts;
import cachemark.result.Transport;
import cachemark.result.Verdict;
import cachemark.result.load.LoadCache;
import cachemark.result.load.LoadMoment;
import cachemark.result.load.LoadStaleness;
import cachemark.result.workload.WorkloadLoad;
import cachemark.result.workload.WorkloadRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Whole workloads like those of the profile; their numbers are invented. */
public final class Workloads {
  private static final List<String> CACHES = List.of("memcached", "redis");
  private static final List<String> STORES = List.of("none", "memcached", "redis");

  private Workloads() {}

  /** A record that holds these loads. */
  public static WorkloadRecord record(RunState state, int rounds, List<WorkloadLoad> loads) {
    return new WorkloadRecord(
        WorkloadRecord.SCHEMA_VERSION,
        "mine",
        state,
        Invented.THEN,
        state == RunState.COMPLETE ? Invented.THEN.plusSeconds(754) : null,
        "cache",
        rounds,
        Math.max(1, loads.size() / rounds),
        7,
        Placement.FREE,
        new MachineFacts("CPU", 2, 1L << 34, "none", "max", "OS", "kernel", "Java", List.of()),
        new BuildFacts("1", "abc", false),
        List.of(
            server("memcached", "1.6.18"), server("Redis", "7.0.15"), server("MariaDB", "10.11")),
        List.of(new Floor(Placement.FREE, Transport.TCP, 25_000, 70_000, 13_000, 6_500)),
        loads);
  }

  private static ServerFacts server(String name, String version) {
    return new ServerFacts(
        name, version, "local process", "127.0.0.1:1", null, "me", List.of(name), Map.of());
  }

  /** Every group of the profile, in an order of no meaning, as a run has it. */
  public static WorkloadRecord profile(int rounds) {
    List<WorkloadLoad> loads = new ArrayList<>();
    loads.addAll(hitRatio(rounds));
    loads.addAll(breakEven(rounds));
    loads.addAll(mix(rounds));
    loads.addAll(valueSize(rounds));
    loads.addAll(connections(rounds));
    loads.addAll(expiry(rounds));
    loads.addAll(stampede(rounds));
    loads.addAll(staleness(rounds));
    loads.addAll(outage(rounds));
    loads.addAll(coldStart(rounds));
    Collections.shuffle(loads, new Random(7));
    return record(RunState.COMPLETE, rounds, loads);
  }

  private static double of(String store, double memcached, double redis) {
    return store.equals("redis") ? redis : memcached;
  }

  /** So many reads hit where so much of the data is kept. */
  private static double hits(double share, double skew) {
    return Math.pow(Math.min(1, share), Math.max(0.05, 1.1 - skew));
  }

  static List<WorkloadLoad> hitRatio(int rounds) {
    List<WorkloadLoad> loads = new ArrayList<>();
    for (double skew : new double[] {0.6, 0.9, 1.2}) {
      loads.addAll(
          Invented.of("none")
              .skew(skew)
              .perSecond(9_000)
              .missMicros(150)
              .rounds("hit-ratio", Shows.HIT_RATIO, rounds));
      for (String store : CACHES) {
        for (int megabytes : new int[] {8, 16, 32}) {
          for (String eviction : store.equals("redis") ? List.of("lru", "lfu") : List.of("lru")) {
            double items = megabytes * 1_048_576 / of(store, 1_100, 1_180);
            double hits = hits(items / 60_000, skew) * (eviction.equals("lfu") ? 1.04 : 1);
            loads.addAll(
                Invented.of(store)
                    .skew(skew)
                    .memory(megabytes + "m", eviction)
                    .hitRatio(Math.min(1, hits))
                    .perSecond(6_000 + 24_000 * hits * of(store, 1.05, 1))
                    .held(
                        new LoadCache(
                            Math.round(items),
                            Math.round(items * of(store, 1_100, 1_180)),
                            4_000L,
                            hits,
                            hits))
                    .rounds("hit-ratio", Shows.HIT_RATIO, rounds));
          }
        }
      }
    }
    return loads;
  }

  static List<WorkloadLoad> breakEven(int rounds) {
    List<WorkloadLoad> loads = new ArrayList<>();
    for (String index : List.of("primary", "none")) {
      double table = index.equals("primary") ? 150 : 4_000;
      loads.addAll(
          Invented.of("none")
              .index(index)
              .missMicros(table)
              .rounds("break-even", Shows.BREAK_EVEN, rounds));
      for (String store : CACHES) {
        for (double cached : new double[] {0, 0.5, 0.9, 1}) {
          double hit = of(store, 60, 66);
          loads.addAll(
              Invented.of(store)
                  .index(index)
                  .policy("report")
                  .cached(cached)
                  .hitRatio(cached)
                  .hitMicros(hit)
                  .missMicros(table + hit + 5)
                  .rounds("break-even", Shows.BREAK_EVEN, rounds));
        }
      }
    }
    return loads;
  }

  static List<WorkloadLoad> mix(int rounds) {
    List<WorkloadLoad> loads = new ArrayList<>();
    for (String store : STORES) {
      for (double gets : new double[] {0.95, 0.8, 0.5}) {
        double speed = store.equals("none") ? 7_000 * gets : of(store, 22_000, 20_000) * gets;
        loads.addAll(
            Invented.of(store)
                .gets(gets)
                .perSecond(speed)
                .hitRatio(0.9)
                .p99Micros(of(store, 900, 1_000) / gets)
                .rounds("mix", Shows.MIX, rounds));
      }
    }
    return loads;
  }

  static List<WorkloadLoad> valueSize(int rounds) {
    List<WorkloadLoad> loads = new ArrayList<>();
    for (String store : STORES) {
      for (int bytes : new int[] {32, 1_000, 30_000, 1_000_000}) {
        double speed =
            (store.equals("none") ? 8_000 : of(store, 24_000, 23_000)) / (1 + bytes / 2e4);
        loads.addAll(
            Invented.of(store)
                .valueBytes(bytes)
                .keys(500)
                .perSecond(speed)
                .p99Micros(2e7 / speed)
                .rounds("value-size", Shows.VALUE_SIZE, rounds));
      }
    }
    return loads;
  }

  static List<WorkloadLoad> connections(int rounds) {
    List<WorkloadLoad> loads = new ArrayList<>();
    for (String store : STORES) {
      for (int count : new int[] {1, 4, 16, 64}) {
        double most = store.equals("none") ? 9_000 : of(store, 26_000, 24_000);
        loads.addAll(
            Invented.of(store)
                .connections(count)
                .perSecond(most * Math.min(1, 0.3 + count / 20.0))
                .p99Micros(100 + 40 * count)
                .rounds("connections", Shows.CONNECTIONS, rounds));
      }
    }
    return loads;
  }

  static List<WorkloadLoad> expiry(int rounds) {
    List<WorkloadLoad> loads = new ArrayList<>();
    for (String store : CACHES) {
      loads.addAll(
          Invented.of(store)
              .ttl("1s")
              .keys(200)
              .rate(2_000)
              .perSecond(2_000)
              .hitRatio(0.9)
              .held(new LoadCache(200L, 20_000L, 0L, 0.9, 0.9))
              .costs(
                  Map.of(
                      "gets",
                      10_000L,
                      "hits",
                      9_000L,
                      "expired",
                      (long) of(store, 1_640, 990),
                      "evictions",
                      0L))
              .rounds("expiry", Shows.EXPIRY, rounds));
    }
    return loads;
  }

  static List<WorkloadLoad> stampede(int rounds) {
    List<WorkloadLoad> loads = new ArrayList<>();
    for (String store : CACHES) {
      for (boolean single : new boolean[] {false, true}) {
        loads.addAll(
            Invented.of(store)
                .ttl("1s")
                .keys(1)
                .rate(4_000)
                .perSecond(4_000)
                .singleFlight(single)
                .rowsRead(single ? 4 : of(store, 52, 46))
                .p99Micros(single ? 480 : 790)
                .moments(
                    Invented.moments(4, s -> Invented.moment(s, 0, 3_990, single ? 1 : 13, 700)))
                .rounds("stampede", Shows.STAMPEDE, rounds));
      }
      for (double jitter : new double[] {0, 0.3}) {
        loads.addAll(
            Invented.of(store)
                .ttl("1s")
                .keys(2_000)
                .rate(4_000)
                .perSecond(4_000)
                .jitter(jitter)
                .rowsRead(7_300)
                .p99Micros(jitter > 0 ? 900 : 2_400)
                .moments(
                    Invented.moments(
                        4, s -> Invented.moment(s, 0, 2_000, jitter > 0 ? 1_700 : 2_000, 900)))
                .rounds("stampede", Shows.STAMPEDE, rounds));
      }
    }
    return loads;
  }

  static LoadStaleness stale(long reads, long stale) {
    return new LoadStaleness(
        reads,
        stale,
        1e6 * stale / reads,
        stale / 2,
        stale == 0 ? 0 : 3_000_000,
        stale == 0 ? 0 : 9_100_000);
  }

  static List<WorkloadLoad> staleness(int rounds) {
    List<WorkloadLoad> loads = new ArrayList<>();
    for (String store : CACHES) {
      List<String> policies = List.of("read-through", "read-through-add", "write-through", "lease");
      for (String policy : policies) {
        int rank = policies.indexOf(policy);
        loads.addAll(
            Invented.of(store)
                .policy(policy)
                .keys(50)
                .gets(0.8)
                .hitRatio(0.8)
                .perSecond(12_000 - 900 * rank)
                .staleness(
                    stale(40_000, rank == 3 ? 0 : Math.round(of(store, 30, 24) / (1 + rank))))
                .rounds("staleness", Shows.STALENESS, rounds));
      }
    }
    return loads;
  }

  private static LoadMoment outage(String store, int second) {
    boolean away = second >= 2 && second < 5;
    long back = Math.max(0, 5 - (second - 5L));
    return store.equals("none")
        ? Invented.moment(second, 0, 0, 2_000, 800)
        : away
            ? Invented.moment(second, 1_600, 0, 400, 45_000)
            : second < 2
                ? Invented.moment(second, 0, 1_900, 100, 700)
                : Invented.moment(
                    second, 0, 1_900 - 200 * back, 100 + 200 * back, 900 + 600.0 * back);
  }

  static List<WorkloadLoad> outage(int rounds) {
    List<WorkloadLoad> loads = new ArrayList<>();
    List<CacheEvent> events =
        List.of(new CacheEvent(2_000, What.KILL), new CacheEvent(5_000, What.REVIVE));
    for (String store : STORES) {
      boolean none = store.equals("none");
      loads.addAll(
          Invented.of(store)
              .rate(2_000)
              .perSecond(1_400)
              .seconds(12)
              .hitRatio(0.8)
              .events(events)
              .failed(none ? 0 : 4_800)
              .moments(Invented.moments(12, second -> outage(store, second)))
              .verdict(none ? Verdict.VALID : Verdict.SUSPECT)
              .reasons(none ? List.of() : List.of("4,800 requests failed: refused"))
              .rounds("outage", Shows.OUTAGE, rounds));
    }
    return loads;
  }

  static List<WorkloadLoad> coldStart(int rounds) {
    List<WorkloadLoad> loads = new ArrayList<>();
    for (String store : CACHES) {
      loads.addAll(
          Invented.of(store)
              .cached(0)
              .skew(0.9)
              .seconds(12)
              .hitRatio(0.7)
              .moments(
                  Invented.moments(
                      12,
                      second -> {
                        long hits =
                            Math.round(8_000 * (1 - Math.exp(-(second + 1) / of(store, 1.2, 1.5))));
                        return Invented.moment(second, 0, hits, 10_000 - hits, 800);
                      }))
              .rounds("cold-start", Shows.COLD_START, rounds));
    }
    return loads;
  }

  /** Loads that do not say what they show. */
  static List<WorkloadLoad> plain(int rounds) {
    List<WorkloadLoad> loads = new ArrayList<>();
    for (String store : STORES) {
      for (int keys : new int[] {60, 600}) {
        loads.addAll(
            Invented.of(store)
                .keys(keys)
                .perSecond(of(store, 9_000, 8_000))
                .rounds("mine-own", null, rounds));
      }
    }
    return loads;
  }
}
