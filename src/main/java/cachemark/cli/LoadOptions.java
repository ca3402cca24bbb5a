// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.load.CachedTable;
import cachemark.load.Dialect;
import cachemark.load.LoadPlan;
import cachemark.load.Rate;
import cachemark.load.Slo;
import cachemark.load.Spacing;
import cachemark.load.Subject;
import cachemark.plan.Nearest;
import cachemark.plan.PlanException;
import cachemark.run.LoadSeries;
import cachemark.server.ServerKind;
import cachemark.store.CacheType;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what a load is. */
final class LoadOptions {
  private static final String MEMCACHED = "memcached";
  private static final String REDIS = "redis";
  private static final String NONE = "none";
  private static final int KEY_BYTES = 32;
  private static final long MOST_DATA_BYTES = 1L << 30;

  private static final int USUAL_STEPS = 10;

  /** Stands for those of a series. */
  private static final Rate ANY = Rate.of(1);

  @ArgGroup(multiplicity = "1")
  private @Nullable Pace pace;

  /** How requests follow one another. */
  static final class Pace {
    @Option(
        names = "--rate",
        paramLabel = "N",
        converter = RateConverter.class,
        description = {
          "Requests per second, as in 20000 or 20k, sent when they are due, whatever becomes of"
              + " those before: an open loop. Its response time counts from when a request was due."
        })
    @Nullable Double rate;

    @Option(
        names = "--closed",
        description =
            "As many requests as go: each connection sends its next one when the answer to the last"
                + " is there. Says nothing about waiting in front of a busy server.")
    boolean closed;

    @Option(
        names = "--sweep",
        paramLabel = "FROM..TO",
        converter = RatesConverter.class,
        description =
            "An open loop at each of several rates, as in 5k..60k: latency against load, and the"
                + " rate from which it turns upwards.")
    RatesConverter.@Nullable Rates sweep;

    @Option(
        names = "--search",
        paramLabel = "SLO",
        converter = SloConverter.class,
        description =
            "Find the highest rate of an open loop that meets a demand on response times, as in"
                + " 'p99<1ms'; it is confirmed twice.")
    @Nullable Slo search;
  }

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Rates of a --sweep, evenly apart, both ends among them (default: 10).")
  private @Nullable Integer steps;

  @Option(
      names = "--ramp-to",
      paramLabel = "N",
      converter = RateConverter.class,
      description = "Let the rate grow or fall evenly to this one while it is measured.")
  private @Nullable Double rampTo;

  @Option(
      names = "--arrivals",
      paramLabel = "HOW",
      defaultValue = "constant",
      description =
          "How requests lie apart: constant, or poisson, like those of many users who know nothing"
              + " of each other (default: ${DEFAULT-VALUE}).")
  private Spacing arrivals = Spacing.CONSTANT;

  @Option(
      names = "--store",
      paramLabel = "NAME",
      completionCandidates = Stores.class,
      description =
          "memcached or redis, or what speaks its protocol; none for a --table alone (default:"
              + " memcached, or the one cache that --servers names).")
  private @Nullable String store;

  @Mixin private LoadTableOptions table = new LoadTableOptions();

  @Option(
      names = "--meta",
      description = "Speak memcached's meta commands, mg and ms, in place of get and set.")
  private boolean meta;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "50",
      description = "Connections, kept open (default: ${DEFAULT-VALUE}).")
  private int connections;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that share them, each on a core of its own (default: 1).")
  private @Nullable Integer threads;

  @Option(
      names = "--pipeline",
      paramLabel = "N",
      description =
          "Requests that may be under way on a connection; in a closed loop so many are sent in one"
              + " go (default: 1).")
  private @Nullable Integer pipeline;

  @Option(
      names = "--gets",
      paramLabel = "PERCENT",
      defaultValue = "90",
      description =
          "How many requests are gets, the others sets, or updates of a --table (default:"
              + " ${DEFAULT-VALUE}).")
  private double gets;

  @Option(
      names = "--keys",
      paramLabel = "N",
      defaultValue = "10000",
      description =
          "Keys, all stored before, asked about equally often or as --skew says (default:"
              + " ${DEFAULT-VALUE}).")
  private int keys;

  @Option(
      names = "--skew",
      paramLabel = "S",
      defaultValue = "0",
      description =
          "How unequally often keys are asked about: the one of rank r in proportion to 1/r^S. 0:"
              + " equally often; real caches see 0.6 to 1.2 (default: ${DEFAULT-VALUE}).")
  private double skew;

  @Option(
      names = "--value-bytes",
      paramLabel = "N",
      defaultValue = "32",
      description = "Length of every value (default: ${DEFAULT-VALUE}).")
  private int valueBytes;

  @Option(
      names = "--warmup",
      paramLabel = "TIME",
      defaultValue = "3s",
      converter = DurationConverter.class,
      description = "Load before anything counts (default: ${DEFAULT-VALUE}).")
  private Duration warmup = Duration.ZERO;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = DurationConverter.class,
      description = "Load that counts, as in 30s or 2m (default: ${DEFAULT-VALUE}).")
  private Duration duration = Duration.ZERO;

  @Option(
      names = "--answer-within",
      paramLabel = "TIME",
      defaultValue = "5s",
      converter = DurationConverter.class,
      description =
          "A request without an answer has failed after so long; so much longer is waited at the end"
              + " for what is late (default: ${DEFAULT-VALUE}).")
  private Duration answer = Duration.ZERO;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of keys, values and all chance (default: random; it is stored).")
  private @Nullable Long seed;

  /**
   * The load as asked for.
   *
   * @param named kinds of servers that are there already
   */
  LoadPlan plan(Set<ServerKind> named) {
    PlanException.require(
        gets >= 0 && gets <= 100, "--gets is %s; it goes from 0 to 100", Double.toString(gets));
    PlanException.require(
        skew >= 0 && skew <= LoadPlan.MAX_SKEW,
        "--skew is %s; it goes from 0 to %d",
        Double.toString(skew),
        LoadPlan.MAX_SKEW);
    long most = Math.min(MOST_DATA_BYTES, Runtime.getRuntime().maxMemory() / 2);
    PlanException.require(
        (long) keys * (KEY_BYTES + valueBytes) <= most,
        "--keys and --value-bytes: %,d keys with values of %,d bytes take more than the %,d MB that"
            + " there are for them",
        keys,
        valueBytes,
        most / 1_000_000);
    Subject subject = table.isAsked() ? table(named) : dialect(named);
    try {
      return new LoadPlan(
          subject,
          rate(),
          arrivals,
          connections,
          threads == null ? (table.isAsked() ? connections : 1) : threads,
          pipeline == null ? 1 : pipeline,
          gets / 100,
          keys,
          skew,
          valueBytes,
          seed == null ? ThreadLocalRandom.current().nextInt(1, 1_000_000) : seed,
          warmup,
          duration,
          answer);
    } catch (IllegalArgumentException e) {
      throw new PlanException(String.valueOf(e.getMessage()));
    }
  }

  private @Nullable Rate rate() {
    Double from = pace == null ? null : pace.rate;
    if (from != null) {
      return new Rate(from, rampTo == null ? from : rampTo);
    }
    PlanException.require(rampTo == null, "--ramp-to needs a --rate to begin with");
    return series() instanceof LoadSeries.Single ? null : ANY;
  }

  /** The rates that are asked for. */
  LoadSeries series() {
    RatesConverter.Rates rates = pace == null ? null : pace.sweep;
    PlanException.require(rates != null || steps == null, "--steps is for a --sweep");
    if (rates != null) {
      int count = steps == null ? USUAL_STEPS : steps;
      PlanException.require(
          count >= 2 && count <= 1_000, "--steps is %d; it goes from 2 to 1000", count);
      return LoadSeries.Sweep.of(rates.from(), rates.to(), count);
    }
    Slo slo = pace == null ? null : pace.search;
    return slo == null ? new LoadSeries.Single() : new LoadSeries.Search(slo);
  }

  private Dialect dialect(Set<ServerKind> named) {
    table.requireNone();
    PlanException.require(
        !NONE.equals(store), "--store none is for a --table; choices: memcached, redis");
    boolean redis = store(named, List.of(MEMCACHED, REDIS)).equals(REDIS);
    PlanException.require(
        !redis || !meta, "--meta is for memcached, and redis has no such commands");
    if (redis) {
      return Dialect.REDIS;
    }
    return meta ? Dialect.MEMCACHED_META : Dialect.MEMCACHED;
  }

  private CachedTable table(Set<ServerKind> named) {
    PlanException.require(
        !meta, "--meta is not for a --table, whose cache is asked by get and set: leave it out");
    PlanException.require(
        threads == null,
        "--threads is not for a --table, each of whose connections is a thread: say how many with"
            + " --connections");
    PlanException.require(
        pipeline == null,
        "--pipeline is not for a --table, each of whose connections carries one request at a time:"
            + " say how many with --connections");
    CacheType cache =
        switch (store(named, Stores.NAMES)) {
          case REDIS -> CacheType.REDIS;
          case NONE -> CacheType.NONE;
          default -> CacheType.MEMCACHED;
        };
    ServerKind kind = cache == CacheType.REDIS ? ServerKind.REDIS : ServerKind.MEMCACHED;
    table.requireOwn(cache.label(), cache == CacheType.NONE || !named.contains(kind));
    return table.behind(cache);
  }

  private String store(Set<ServerKind> named, List<String> choices) {
    String name = store;
    if (name == null) {
      return named.contains(ServerKind.REDIS) && !named.contains(ServerKind.MEMCACHED)
          ? REDIS
          : MEMCACHED;
    }
    PlanException.require(
        choices.contains(name), "--store \"%s\": %s", name, Nearest.hint(name, choices));
    return name;
  }

  /** The choices of {@code --store}, for completion. */
  static final class Stores implements Iterable<String> {
    static final List<String> NAMES = List.of(MEMCACHED, REDIS, NONE);

    @Override
    public Iterator<String> iterator() {
      return NAMES.iterator();
    }
  }
}
