// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.workload.KeyDistribution;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a load is.
 *
 * @param subject that it is put on
 * @param rate of an open loop, or null for a closed one
 * @param spacing of an open loop's requests
 * @param connections kept open, over all threads
 * @param threads that share them, at most as many; of a table, as many
 * @param pipeline requests that may be under way on a connection at the same time
 * @param getShare how many of the requests are gets, from 0 to 1
 * @param keys that are asked about
 * @param skew of how often each is: 0 where all are equally often, else the exponent of Zipf's law
 * @param valueBytes length of every value
 * @param seed of keys, values and all chance
 * @param warmup before anything counts
 * @param duration of the measurement
 * @param answer how long an answer may take
 * @param trace that is replayed on a table and says what is asked and when, instead of rate,
 *     spacing, share of gets and skew; null for none
 */
public record LoadPlan(
    Subject subject,
    @Nullable Rate rate,
    Spacing spacing,
    int connections,
    int threads,
    int pipeline,
    double getShare,
    int keys,
    double skew,
    int valueBytes,
    long seed,
    Duration warmup,
    Duration duration,
    Duration answer,
    @Nullable Trace trace) {
  /** The most unequally that keys may be asked about. */
  public static final int MAX_SKEW = 3;

  public LoadPlan {
    requireWithin("connections", connections, 1, 60_000);
    requireWithin("threads", threads, 1, connections);
    requireWithin("pipeline", pipeline, 1, 10_000);
    requireWithin("keys", keys, 1, 10_000_000);
    requireWithin("value bytes", valueBytes, 0, 1 << 20);
    if (!(getShare >= 0 && getShare <= 1)) {
      throw new IllegalArgumentException("a share of gets of " + getShare + " is not from 0 to 1");
    }
    if (!(skew >= 0 && skew <= MAX_SKEW)) {
      throw new IllegalArgumentException("a skew of " + skew + " is not from 0 to " + MAX_SKEW);
    }
    if (subject instanceof CachedTable) {
      requireOfTable(connections, threads, pipeline, valueBytes);
    }
    if (trace != null && (rate != null || !(subject instanceof CachedTable))) {
      throw new IllegalArgumentException("a trace is replayed on a table, at no rate but its own");
    }
    if (warmup.isNegative() || duration.toMillis() < 1 || answer.toMillis() < 1) {
      throw new IllegalArgumentException(
          "warm-up " + warmup + ", duration " + duration + ", answer within " + answer);
    }
  }

  /** A plan whose keys are all asked about equally often. */
  public LoadPlan(
      Subject subject,
      @Nullable Rate rate,
      Spacing spacing,
      int connections,
      int threads,
      int pipeline,
      double getShare,
      int keys,
      int valueBytes,
      long seed,
      Duration warmup,
      Duration duration,
      Duration answer) {
    this(
        subject,
        rate,
        spacing,
        connections,
        threads,
        pipeline,
        getShare,
        keys,
        0,
        valueBytes,
        seed,
        warmup,
        duration,
        answer,
        null);
  }

  private static void requireOfTable(int connections, int threads, int pipeline, int valueBytes) {
    requireWithin("connections to a table", connections, 1, CachedTable.MOST_CONNECTIONS);
    requireWithin(
        "value bytes of a table", valueBytes, Records.LEAST_VALUE_BYTES, Records.MOST_VALUE_BYTES);
    requireWithin("threads of a table", threads, connections, connections);
    requireWithin("pipeline of a table", pipeline, 1, 1);
  }

  private static void requireWithin(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + " are " + value + "; they go from " + min + " to " + max);
    }
  }

  /** Whether requests are due at times of their own. */
  public boolean isOpen() {
    return rate != null || (trace != null && trace.isPaced());
  }

  /** The same at another rate. */
  public LoadPlan at(Rate other) {
    return with(other, warmup, duration, trace);
  }

  /** The same with what {@code other} asks, and when, in place of a mix of requests. */
  public LoadPlan replaying(Trace other) {
    return with(null, warmup, duration, other);
  }

  /** The same for other times. */
  public LoadPlan lasting(Duration otherWarmup, Duration otherDuration) {
    return with(rate, otherWarmup, otherDuration, trace);
  }

  private LoadPlan with(
      @Nullable Rate otherRate,
      Duration otherWarmup,
      Duration otherDuration,
      @Nullable Trace otherTrace) {
    return new LoadPlan(
        subject,
        otherRate,
        spacing,
        connections,
        threads,
        pipeline,
        getShare,
        keys,
        skew,
        valueBytes,
        seed,
        otherWarmup,
        otherDuration,
        answer,
        otherTrace);
  }

  /** When the requests are due that thread {@code index} sees to, or null in a closed loop. */
  @Nullable Arrivals arrivals(int index, int of) {
    return rate == null ? null : new Arrivals(spacing.places(index, of, seed), rate, window());
  }

  /**
   * The requests of thread {@code index}. All threads agree on which keys are asked about often.
   */
  Mix mix(int index) {
    return mix(seed * threads + index, index);
  }

  /** The requests to a table, which all its threads take from. */
  Mix mixOfTable() {
    return mix(seed, 0);
  }

  private Mix mix(long ownSeed, int index) {
    return skew == 0
        ? new Mix(ownSeed, keys, getShare)
        : new Mix(ownSeed, new KeyDistribution.Zipf(skew).stream(keys, seed, index), getShare);
  }

  /** When is measured. */
  Window window() {
    return Window.of(warmup, duration, answer);
  }
}
