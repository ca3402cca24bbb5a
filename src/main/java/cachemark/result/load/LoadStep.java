// SPDX-License-Identifier: Apache-2.0
package cachemark.result.load;

import cachemark.result.Verdict;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One load that was put on the server.
 *
 * @param fromPerSecond requests that were to be sent per second when its measurement began, or null
 *     in a closed loop and where a trace said when each was due
 * @param toPerSecond when it ended, or null likewise
 * @param startedAt when its warm-up began
 * @param measuredMillis for how long was measured, or null in loads from before that could be less
 *     than was asked for
 * @param sentPerSecond requests that were sent within the measurement
 * @param answeredPerSecond requests that were answered
 * @param counts requests by what became of them: {@code sent}, {@code late} of these by a
 *     millisecond or more, {@code blocked} of these since every connection was busy, {@code
 *     overdue} of these only after the measurement, {@code dropped} that were due and never sent;
 *     {@code hits}, {@code misses}, {@code stored}, {@code notStored}, {@code removed}, {@code
 *     wrongBytes}, and the failures by cause as in {@link cachemark.result.TrialRecord}. Of a
 *     table, what requests did on their way, too: {@code cacheHits}, {@code cacheMisses}, {@code
 *     cacheFills} after these, {@code cacheSets} and {@code cacheDeletes} by updates; {@code
 *     rowsFound}, {@code rowsMissing}, {@code rowsInserted}, {@code rowsUpdated}
 * @param response from when a request was due to its answer, or null in a closed loop
 * @param service from when a request was sent to its answer
 * @param lateness from when a request was due to when it was sent, or null in a closed loop
 * @param routes times of requests to a table by the way they went: {@code hit} reads that the cache
 *     answered, {@code miss} reads that went on to the table, {@code read} reads where there is no
 *     cache, {@code update}, {@code removal} from the cache; empty where no table was loaded, and
 *     in loads from before one could be
 * @param cache in front of a table; null where there is none, and in loads from before it was kept
 * @param staleness of what was read from a table; null where none was loaded, and in loads from
 *     before it was looked at
 * @param replay how much of a trace was replayed; null where none was
 * @param seconds in order
 * @param costs CPU time of the measurement as {@code clientCpuNanos} and {@code serverCpuNanos},
 *     and what the server counted from before the warm-up on, by name; that of a database begins
 *     with {@code database}
 * @param verdict whether it can be believed
 * @param reasons why not, a sentence each; empty if {@link Verdict#VALID}
 */
public record LoadStep(
    @Nullable Double fromPerSecond,
    @Nullable Double toPerSecond,
    Instant startedAt,
    @Nullable Long measuredMillis,
    double sentPerSecond,
    double answeredPerSecond,
    Map<String, Long> counts,
    @Nullable LoadTimes response,
    LoadTimes service,
    @Nullable LoadTimes lateness,
    Map<String, LoadRoute> routes,
    @Nullable LoadCache cache,
    @Nullable LoadStaleness staleness,
    @Nullable LoadReplay replay,
    List<LoadMoment> seconds,
    Map<String, Long> costs,
    Verdict verdict,
    List<String> reasons) {
  /** The names of counts that are failures by their cause. */
  private static final Set<String> FAILURES =
      Set.of(
          "refused",
          "connectTimeout",
          "lost",
          "clientPorts",
          "clientFiles",
          "answerTimeout",
          "serverError",
          "protocol");

  public LoadStep {
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(verdict, "verdict");
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    costs = Collections.unmodifiableMap(new TreeMap<>(costs));
    routes = routes(routes);
    seconds = List.copyOf(seconds);
    reasons = List.copyOf(reasons);
  }

  /** Unmodifiable and sorted; null, as before there were any, becomes none. */
  static Map<String, LoadRoute> routes(@Nullable Map<String, LoadRoute> routes) {
    return routes == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(routes));
  }

  /** Requests among these counts that failed. */
  static long failed(Map<String, Long> counts) {
    return FAILURES.stream().mapToLong(name -> counts.getOrDefault(name, 0L)).sum();
  }

  /** For how long was measured. */
  public double measuredMillis(LoadSettings settings) {
    return measuredMillis == null ? settings.durationMillis() : measuredMillis;
  }

  /** Requests that failed. */
  public long failed() {
    return failed(counts);
  }

  /** When requests failed, in a sentence; empty if none did. */
  public Optional<String> outage() {
    List<LoadMoment> failing = seconds.stream().filter(second -> second.failed() > 0).toList();
    if (failing.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "requests failed in %d of %d seconds, the first in second %d and the last in second %d",
            failing.size(),
            seconds.size(),
            failing.get(0).second() + 1,
            failing.get(failing.size() - 1).second() + 1));
  }

  /** How many of the look-ups in the cache found their value, from 0 to 1; empty without any. */
  public OptionalDouble hitRatio() {
    return hitRatio(counts);
  }

  /** The same of other counts. */
  public static OptionalDouble hitRatio(Map<String, Long> counts) {
    long hits = counts.getOrDefault("cacheHits", 0L);
    long all = hits + counts.getOrDefault("cacheMisses", 0L);
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(hits / (double) all);
  }

  /** Queries that the table answered. */
  public long queries() {
    return count("rowsFound") + count("rowsMissing") + count("rowsInserted") + count("rowsUpdated");
  }

  /** Requests that came to this end; 0 where none did. */
  public long count(String name) {
    return counts.getOrDefault(name, 0L);
  }
}
