// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.load.CachedTable;
import cachemark.load.Dialect;
import cachemark.load.LoadPlan;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what a load is. */
final class LoadOptions {
  private static final String MEMCACHED = "memcached";
  private static final String REDIS = "redis";
  private static final String NONE = "none";
  private static final long MOST_DATA_BYTES = 1L << 30;

  @Mixin private LoadPace pace = new LoadPace();

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

  @Mixin private LoadMix mix = new LoadMix();

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
    long most = Math.min(MOST_DATA_BYTES, Runtime.getRuntime().maxMemory() / 2);
    mix.requireAtMost(most);
    LoadTraceOptions trace = pace.trace();
    if (trace != null) {
      PlanException.require(
          table.isAsked(),
          "--trace is replayed on a --table with a cache in front: name that, too");
      mix.requireNone();
    }
    LoadPlan plan = untraced(named);
    return trace == null ? plan : trace.on(plan, most);
  }

  private LoadPlan untraced(Set<ServerKind> named) {
    Subject subject = table.isAsked() ? table(named) : dialect(named);
    try {
      return new LoadPlan(
          subject,
          pace.rate(),
          pace.spacing(),
          connections,
          threads == null ? (table.isAsked() ? connections : 1) : threads,
          pipeline == null ? 1 : pipeline,
          mix.getShare(),
          mix.keys(),
          mix.skew(),
          mix.valueBytes(),
          seed == null ? ThreadLocalRandom.current().nextInt(1, 1_000_000) : seed,
          warmup,
          duration,
          answer,
          null);
    } catch (IllegalArgumentException e) {
      throw new PlanException(String.valueOf(e.getMessage()));
    }
  }

  /** The rates that are asked for. */
  LoadSeries series() {
    return pace.series();
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
    return table.behind(cache, pace.trace() != null);
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
