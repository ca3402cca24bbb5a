// SPDX-License-Identifier: Apache-2.0
package cachemark.plan.workload;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a group of loads is drawn for. */
public enum Shows {
  /** Hit ratio and throughput against the memory of the cache, for each skew. */
  HIT_RATIO,
  /** Throughput against the hit ratio, and where a cache begins to win. */
  BREAK_EVEN,
  /** Throughput by the share of reads. */
  MIX,
  /** Throughput by the length of values. */
  VALUE_SIZE,
  /** Throughput and latency by the number of connections. */
  CONNECTIONS,
  /** What expires, by both sides' accounts. */
  EXPIRY,
  /** Queries for each time that a hot key expires. */
  STAMPEDE,
  /** Stale reads by policy. */
  STALENESS,
  /** The load of the database and the errors of clients while the cache is away. */
  OUTAGE,
  /** The hit ratio as the cache fills. */
  COLD_START;

  /** The name in plans and results, as in {@code hit-ratio}. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
