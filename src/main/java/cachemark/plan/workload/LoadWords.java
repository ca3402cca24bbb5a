// SPDX-License-Identifier: Apache-2.0
package cachemark.plan.workload;

import java.util.List;

/**
 * The words that say what a load is: options of the command {@code load --table} without their
 * dashes. What each means, and which values it takes, only that command knows.
 */
public final class LoadWords {
  /** How requests follow one another: a rate, or {@link #CLOSED}. */
  public static final String RATE = "rate";

  /** A trace that says what is asked and when, in place of a rate. */
  public static final String TRACE = "trace";

  /** The rate of a closed loop, which is meant where none is said. */
  public static final String CLOSED = "closed";

  static final String STORE = "store";
  static final String CACHE_MEMORY = "cache-memory";
  static final String EVICTION = "eviction";

  /** All of them, in the order of that command's help. */
  public static final List<String> NAMES =
      List.of(
          RATE,
          TRACE,
          "trace-speed",
          "ramp-to",
          "arrivals",
          STORE,
          "policy",
          "ttl",
          "ttl-jitter",
          "negative-ttl",
          "missing",
          "value-spread",
          "single-flight",
          "fall-back",
          CACHE_MEMORY,
          EVICTION,
          "cached",
          "index",
          "driver",
          "durability",
          "connections",
          "gets",
          "keys",
          "skew",
          "value-bytes",
          "warmup",
          "duration",
          "answer-within");

  private LoadWords() {}
}
