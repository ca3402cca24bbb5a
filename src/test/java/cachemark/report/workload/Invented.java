// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.plan.Placement;
import cachemark.plan.workload.CacheEvent;
import cachemark.plan.workload.Shows;
import cachemark.result.Verdict;
import cachemark.result.load.LoadCache;
import cachemark.result.load.LoadMoment;
import cachemark.result.load.LoadRoute;
import cachemark.result.load.LoadSettings;
import cachemark.result.load.LoadStaleness;
import cachemark.result.load.LoadStep;
import cachemark.result.load.LoadTable;
import cachemark.result.load.LoadTimes;
import cachemark.result.workload.WorkloadLoad;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One load whose numbers are invented: what it was asked for, what came of it, and how it is put on
 * in several rounds.
 */
public final class Invented {
  static final Instant THEN = Instant.parse("2026-01-31T10:15:00Z");

  private final String store;
  private int keys = 60_000;
  private double skew = 0;
  private int valueBytes = 1_000;
  private double gets = 1;
  private int connections = 16;
  private @Nullable Double rate = null;
  private String index = "primary";
  private String policy = "read-through";
  private String ttl = "60s";
  private double jitter = 0;
  private boolean singleFlight = false;
  private @Nullable String memory = null;
  private @Nullable String eviction = null;
  private double cached = 1;
  private int seconds = 4;
  private List<CacheEvent> events = List.of();
  private double perSecond = 10_000;
  private double hitRatio = 1;
  private double hitMicros = 60;
  private double missMicros = 220;
  private double p99Micros = 900;
  private double rowsRead = Double.NaN;
  private long failed = 0;
  private @Nullable LoadStaleness staleness = null;
  private List<LoadMoment> moments = List.of();
  private @Nullable LoadCache held = null;
  private Map<String, Long> costs = Map.of();
  private Verdict verdict = Verdict.VALID;
  private List<String> reasons = List.of();

  private Invented(String store) {
    this.store = store;
  }

  /** A closed loop of reads over a table with this cache in front, or {@code none}. */
  public static Invented of(String store) {
    return new Invented(store);
  }

  Invented keys(int is) {
    keys = is;
    return this;
  }

  Invented skew(double is) {
    skew = is;
    return this;
  }

  Invented valueBytes(int is) {
    valueBytes = is;
    return this;
  }

  Invented gets(double is) {
    gets = is;
    return this;
  }

  Invented connections(int is) {
    connections = is;
    return this;
  }

  Invented rate(double is) {
    rate = is;
    return this;
  }

  Invented index(String is) {
    index = is;
    return this;
  }

  Invented policy(String is) {
    policy = is;
    return this;
  }

  Invented ttl(String is) {
    ttl = is;
    return this;
  }

  Invented jitter(double is) {
    jitter = is;
    return this;
  }

  Invented singleFlight(boolean is) {
    singleFlight = is;
    return this;
  }

  Invented cached(double is) {
    cached = is;
    return this;
  }

  Invented seconds(int is) {
    seconds = is;
    return this;
  }

  Invented events(List<CacheEvent> is) {
    events = is;
    return this;
  }

  Invented perSecond(double is) {
    perSecond = is;
    return this;
  }

  Invented hitRatio(double is) {
    hitRatio = is;
    return this;
  }

  Invented hitMicros(double is) {
    hitMicros = is;
    return this;
  }

  Invented missMicros(double is) {
    missMicros = is;
    return this;
  }

  Invented p99Micros(double is) {
    p99Micros = is;
    return this;
  }

  Invented rowsRead(double is) {
    rowsRead = is;
    return this;
  }

  Invented failed(long is) {
    failed = is;
    return this;
  }

  Invented staleness(LoadStaleness is) {
    staleness = is;
    return this;
  }

  Invented moments(List<LoadMoment> is) {
    moments = is;
    return this;
  }

  Invented held(LoadCache is) {
    held = is;
    return this;
  }

  Invented costs(Map<String, Long> is) {
    costs = is;
    return this;
  }

  public Invented verdict(Verdict is) {
    verdict = is;
    return this;
  }

  public Invented reasons(List<String> is) {
    reasons = is;
    return this;
  }

  Invented memory(String size, String by) {
    memory = size;
    eviction = by;
    return this;
  }

  boolean hasCache() {
    return !store.equals("none");
  }

  /** This load in a round; every number is that of the load times what the round has. */
  WorkloadLoad in(String group, @Nullable Shows shows, int round, double factor) {
    return new WorkloadLoad(
        group, shows, round, words(), hasCache() ? events : List.of(), settings(), step(factor));
  }

  /** In so many rounds, each a little off in its own way. */
  public List<WorkloadLoad> rounds(String group, @Nullable Shows shows, int rounds) {
    return rounds(group, shows, rounds, round -> 1 + 0.01 * (round * 7 % 5 - 2));
  }

  /** In so many rounds, each as many times as fast as {@code factors} says. */
  public List<WorkloadLoad> rounds(
      String group, @Nullable Shows shows, int rounds, IntToDoubleFunction factors) {
    return IntStream.rangeClosed(1, rounds)
        .mapToObj(round -> in(group, shows, round, factors.applyAsDouble(round)))
        .toList();
  }

  private Map<String, String> words() {
    Map<String, String> words = new TreeMap<>();
    words.put("store", store);
    words.put("keys", Integer.toString(keys));
    words.put("skew", Double.toString(skew));
    words.put("value-bytes", Integer.toString(valueBytes));
    words.put("gets", Double.toString(100 * gets));
    words.put("connections", Integer.toString(connections));
    words.put("rate", rate == null ? "closed" : rate.toString());
    words.put("index", index);
    if (hasCache()) {
      words.put("policy", policy);
      words.put("ttl", ttl);
      words.put("ttl-jitter", Double.toString(100 * jitter));
      words.put("single-flight", Boolean.toString(singleFlight));
      words.put("cached", Double.toString(100 * cached));
      if (memory != null && eviction != null) {
        words.put("cache-memory", memory);
        words.put("eviction", eviction);
      }
    }
    return words;
  }

  private LoadSettings settings() {
    return new LoadSettings(
        "TABLE",
        "a table",
        rate == null ? null : "CONSTANT",
        connections,
        connections,
        1,
        gets,
        keys,
        skew,
        valueBytes,
        7,
        1_000,
        1_000L * seconds,
        5_000,
        Placement.FREE,
        new LoadTable(
            store,
            policy,
            ttl,
            jitter,
            singleFlight,
            null,
            hasCache() ? memory : null,
            hasCache() ? eviction : null,
            cached,
            0,
            index,
            "connector-j",
            "fsync",
            false,
            0),
        null);
  }

  private LoadStep step(double factor) {
    double speed = perSecond * factor;
    LoadTimes all = times(meanMicros() / factor, p99Micros / factor, (long) (speed * seconds));
    return new LoadStep(
        rate,
        rate,
        THEN,
        null,
        speed,
        speed,
        counts(speed),
        rate == null ? null : all,
        all,
        rate == null ? null : times(1, 2, 1),
        routes(factor),
        hasCache() ? held : null,
        staleness,
        null,
        moments,
        costs,
        verdict,
        reasons);
  }

  private double meanMicros() {
    return hasCache() ? hitRatio * hitMicros + (1 - hitRatio) * missMicros : missMicros;
  }

  private Map<String, Long> counts(double speed) {
    long requests = Math.round(speed * seconds);
    long reads = Math.round(requests * gets);
    long hits = hasCache() ? Math.round(reads * hitRatio) : 0;
    long rows = Double.isNaN(rowsRead) ? reads - hits : Math.round(rowsRead);
    Map<String, Long> counts = new TreeMap<>();
    counts.put("sent", requests);
    counts.put("hits", reads);
    counts.put("rowsFound", rows);
    counts.put("rowsUpdated", requests - reads);
    counts.put("refused", failed);
    if (hasCache()) {
      counts.put("cacheHits", hits);
      counts.put("cacheMisses", reads - hits);
    }
    return counts;
  }

  private Map<String, LoadRoute> routes(double factor) {
    Map<String, LoadRoute> routes = new TreeMap<>();
    long reads = Math.round(perSecond * seconds * gets);
    if (hasCache()) {
      add(routes, "hit", hitMicros / factor, Math.round(reads * hitRatio));
      add(routes, "miss", missMicros / factor, Math.round(reads * (1 - hitRatio)));
    } else {
      add(routes, "read", missMicros / factor, reads);
    }
    add(routes, "update", 400 / factor, Math.round(perSecond * seconds * (1 - gets)));
    return routes;
  }

  private void add(Map<String, LoadRoute> routes, String way, double micros, long count) {
    if (count > 0) {
      LoadTimes times = times(micros, 3 * micros, count);
      routes.put(way, new LoadRoute(rate == null ? null : times, times));
    }
  }

  static LoadTimes times(double micros, double p99Micros, long count) {
    long nanos = Math.round(micros * 1_000);
    long rare = Math.round(p99Micros * 1_000);
    return new LoadTimes(
        count, nanos, nanos, (nanos + rare) / 2, rare, 2 * rare, 3 * rare, 4 * rare);
  }

  /** A second in which so many requests failed, hit, missed and took so long. */
  static LoadMoment moment(int second, long failed, long hits, long misses, double p99Micros) {
    Map<String, Long> counts =
        Map.of("refused", failed, "cacheHits", hits, "cacheMisses", misses, "rowsFound", misses);
    LoadTimes times = times(p99Micros / 3, p99Micros, hits + misses);
    return new LoadMoment(second, counts, times, times, null, Map.of());
  }

  /** Seconds, made one after the other. */
  static List<LoadMoment> moments(int seconds, IntFunction<LoadMoment> make) {
    List<LoadMoment> moments = new ArrayList<>();
    for (int second = 0; second < seconds; second++) {
      moments.add(make.apply(second));
    }
    return moments;
  }
}
