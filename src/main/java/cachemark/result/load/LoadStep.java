// SPDX-License-Identifier: Apache-2.0
package cachemark.result.load;

import cachemark.result.Verdict;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One load that was put on the server.
 *
 * @param fromPerSecond requests that were to be sent per second when its measurement began, or null
 *     in a closed loop
 * @param toPerSecond when it ended, or null in a closed loop
 * @param startedAt when its warm-up began
 * @param sentPerSecond requests that were sent within the measurement
 * @param answeredPerSecond requests that were answered
 * @param counts requests by what became of them: {@code sent}, {@code late} of these by a
 *     millisecond or more, {@code blocked} of these since every connection was busy, {@code
 *     overdue} of these only after the measurement, {@code dropped} that were due and never sent;
 *     {@code hits}, {@code misses}, {@code stored}, {@code notStored}, {@code wrongBytes}, and the
 *     failures by cause as in {@link cachemark.result.TrialRecord}
 * @param response from when a request was due to its answer, or null in a closed loop
 * @param service from when a request was sent to its answer
 * @param lateness from when a request was due to when it was sent, or null in a closed loop
 * @param seconds in order
 * @param costs CPU time as {@code clientCpuNanos}, of the measurement, and {@code serverCpuNanos},
 *     warm-up included, and what the server counted then, by name
 * @param verdict whether it can be believed
 * @param reasons why not, a sentence each; empty if {@link Verdict#VALID}
 */
public record LoadStep(
    @Nullable Double fromPerSecond,
    @Nullable Double toPerSecond,
    Instant startedAt,
    double sentPerSecond,
    double answeredPerSecond,
    Map<String, Long> counts,
    @Nullable LoadTimes response,
    LoadTimes service,
    @Nullable LoadTimes lateness,
    List<LoadMoment> seconds,
    Map<String, Long> costs,
    Verdict verdict,
    List<String> reasons) {
  public LoadStep {
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(verdict, "verdict");
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    costs = Collections.unmodifiableMap(new TreeMap<>(costs));
    seconds = List.copyOf(seconds);
    reasons = List.copyOf(reasons);
  }

  /** Requests that came to this end; 0 where none did. */
  public long count(String name) {
    return counts.getOrDefault(name, 0L);
  }
}
