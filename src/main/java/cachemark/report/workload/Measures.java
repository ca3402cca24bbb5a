// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.result.load.LoadCache;
import cachemark.result.load.LoadRoute;
import cachemark.result.load.LoadStaleness;
import cachemark.result.load.LoadStep;
import cachemark.result.load.LoadTimes;
import cachemark.result.workload.WorkloadLoad;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Numbers of one load; NaN where it does not tell. */
final class Measures {
  static final double NANOS_PER_MICRO = 1e3;
  static final double NANOS_PER_MILLI = 1e6;
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final int KEY_BYTES = 32;
  private static final double BYTES_PER_MEGABYTE = 1 << 20;

  /** The ways of reads. */
  private static final List<String> READS = List.of("hit", "miss", "read");

  private Measures() {}

  /** Requests that were answered, per second. */
  static double perSecond(WorkloadLoad load) {
    return load.step().answeredPerSecond();
  }

  /** Look-ups in the cache that found their value, in %. */
  static double hitPercent(WorkloadLoad load) {
    return 100 * load.step().hitRatio().orElse(Double.NaN);
  }

  static double p50Micros(WorkloadLoad load) {
    return micros(load.step(), LoadTimes::p50Nanos);
  }

  static double p99Micros(WorkloadLoad load) {
    return micros(load.step(), LoadTimes::p99Nanos);
  }

  /** From when a request was due in an open loop, from when it was sent in a closed one. */
  private static double micros(LoadStep step, ToLongFunction<LoadTimes> percentile) {
    return micros(step.response() == null ? step.service() : step.response(), percentile);
  }

  static double micros(@Nullable LoadTimes times, ToLongFunction<LoadTimes> percentile) {
    return times == null || times.count() == 0
        ? Double.NaN
        : percentile.applyAsLong(times) / NANOS_PER_MICRO;
  }

  /** A percentile of the requests that went this way. */
  static ToDoubleFunction<WorkloadLoad> way(String way, ToLongFunction<LoadTimes> percentile) {
    return load -> {
      LoadRoute route = load.step().routes().get(way);
      return route == null
          ? Double.NaN
          : micros(route.response() == null ? route.service() : route.response(), percentile);
    };
  }

  /** Mean service time of a read, whichever way it went. */
  static double readMicros(WorkloadLoad load) {
    double nanos = 0;
    long count = 0;
    for (String way : READS) {
      LoadRoute route = load.step().routes().get(way);
      if (route != null) {
        nanos += route.service().meanNanos() * route.service().count();
        count += route.service().count();
      }
    }
    return count == 0 ? Double.NaN : nanos / count / NANOS_PER_MICRO;
  }

  static double seconds(WorkloadLoad load) {
    return load.settings().durationMillis() / MILLIS_PER_SECOND;
  }

  /** Queries that reached the table, per second. */
  static double queriesPerSecond(WorkloadLoad load) {
    return load.step().queries() / seconds(load);
  }

  /** Reads of the table, found or not. */
  static double rowsRead(WorkloadLoad load) {
    return load.step().count("rowsFound") + load.step().count("rowsMissing");
  }

  /** Reads that no query was needed for, in %. */
  static double savedPercent(WorkloadLoad load) {
    double lookUps = load.step().count("cacheHits") + load.step().count("cacheMisses");
    return lookUps == 0 ? Double.NaN : 100 * (1 - rowsRead(load) / lookUps);
  }

  /** Keys that were read from the table for each key and each time to live. */
  static double rowsPerExpiry(WorkloadLoad load) {
    double times = seconds(load) / Trait.ttlSeconds(Trait.table(load).ttl());
    return times == 0 ? Double.NaN : rowsRead(load) / times / load.settings().keys();
  }

  /** The second with the most queries. */
  static double mostQueriesPerSecond(WorkloadLoad load) {
    return Moments.of(load).stream().mapToDouble(Moments::queries).max().orElse(Double.NaN);
  }

  /** Requests that came to this end, or did this on their way. */
  static ToDoubleFunction<WorkloadLoad> count(String name) {
    return load -> load.step().count(name);
  }

  static double failed(WorkloadLoad load) {
    return load.step().failed();
  }

  static double stalePerMillion(WorkloadLoad load) {
    LoadStaleness stale = load.step().staleness();
    return stale == null ? Double.NaN : stale.perMillionReads();
  }

  /** The longest time that a record stayed stale, in ms. */
  static double longestStaleMillis(WorkloadLoad load) {
    LoadStaleness stale = load.step().staleness();
    return stale == null ? Double.NaN : stale.longestNanos() / NANOS_PER_MILLI;
  }

  static double itemsHeld(WorkloadLoad load) {
    LoadCache cache = load.step().cache();
    Long items = cache == null ? null : cache.itemsHeld();
    return items == null ? Double.NaN : items;
  }

  static double bytesPerItem(WorkloadLoad load) {
    LoadCache cache = load.step().cache();
    return cache == null ? Double.NaN : cache.bytesPerItem().orElse(Double.NaN);
  }

  static double evictions(WorkloadLoad load) {
    LoadCache cache = load.step().cache();
    Long evictions = cache == null ? null : cache.evictions();
    return evictions == null ? Double.NaN : evictions;
  }

  /** What the cache counted of itself from before the warm-up on. */
  static ToDoubleFunction<WorkloadLoad> counted(String name) {
    return load -> {
      Long count = Trait.table(load).hasCache() ? load.step().costs().get(name) : null;
      return count == null ? Double.NaN : count;
    };
  }

  /** Look-ups that found nothing by the cache's own account, from before the warm-up on. */
  static double missesOfServer(WorkloadLoad load) {
    return counted("gets").applyAsDouble(load) - counted("hits").applyAsDouble(load);
  }

  /** The same by the client's account. */
  static double missesOfClient(WorkloadLoad load) {
    LoadCache cache = load.step().cache();
    Double ratio = cache == null ? null : cache.clientHitRatio();
    return ratio == null
        ? Double.NaN
        : Math.rint((1 - ratio) * counted("gets").applyAsDouble(load));
  }

  /** Bytes of all keys with their values, in MB of 2^20 bytes. */
  static double dataMegabytes(WorkloadLoad load) {
    double bytes = (double) load.settings().keys() * (KEY_BYTES + load.settings().valueBytes());
    return bytes / BYTES_PER_MEGABYTE;
  }

  /** Memory of the cache, in MB of 2^20 bytes; NaN where it has no limit. */
  static double cacheMegabytes(WorkloadLoad load) {
    String memory = Trait.table(load).cacheMemory();
    return memory == null ? Double.NaN : Trait.megabytes(memory);
  }

  /** Memory of the cache in % of the data. */
  static double memoryPercent(WorkloadLoad load) {
    return 100 * cacheMegabytes(load) / dataMegabytes(load);
  }
}
