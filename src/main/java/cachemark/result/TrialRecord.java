// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import cachemark.plan.Arm;
import cachemark.plan.Cell;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One finished fork: a line of the journal.
 *
 * @param cell what was measured
 * @param round 1 or more
 * @param arm under which label; results from before there were labels have the main one
 * @param order place in the order of execution, from 0
 * @param startedAt when the fork was started
 * @param wallMillis from there to its end
 * @param time what that went into, or null for a fork that failed and in results from before it was
 *     stored
 * @param unit of every score
 * @param iterations warm-up first, then the measured ones, in order
 * @param outcomes operations of the measured iterations by outcome: {@code hits}, {@code misses},
 *     {@code stored}, {@code notStored}, {@code wrongBytes}, {@code torn}, {@code lostUpdates}, and
 *     the failures by cause in lower camel case ({@code refused}, {@code connectTimeout}, {@code
 *     lost}, {@code clientPorts}, {@code clientFiles}, {@code answerTimeout}, {@code serverError},
 *     {@code protocol})
 * @param server what the measured iterations cost and did on either side, by name; counters of the
 *     server as {@code gets}, {@code hits}, {@code sets}…, CPU time as {@code clientCpuNanos} and
 *     {@code serverCpuNanos}
 * @param verdict whether it can be believed
 * @param reasons why not, a sentence each; empty if {@link Verdict#VALID}
 */
public record TrialRecord(
    Cell cell,
    int round,
    Arm arm,
    int order,
    Instant startedAt,
    long wallMillis,
    @Nullable ForkTime time,
    String unit,
    List<Iteration> iterations,
    Map<String, Long> outcomes,
    Map<String, Long> server,
    Verdict verdict,
    List<String> reasons) {

  public TrialRecord {
    arm = arm == null ? Arm.MAIN : arm;
    Objects.requireNonNull(cell, "cell");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(verdict, "verdict");
    iterations = List.copyOf(iterations);
    outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
    server = Collections.unmodifiableMap(new TreeMap<>(server));
    reasons = List.copyOf(reasons);
  }

  /** The same trial, with another object for its cell. */
  TrialRecord sharing(Cell equal) {
    return new TrialRecord(
        equal,
        round,
        arm,
        order,
        startedAt,
        wallMillis,
        time,
        unit,
        iterations,
        outcomes,
        server,
        verdict,
        reasons);
  }

  /** The iterations that count. */
  public Stream<Iteration> measured() {
    return iterations.stream().filter(iteration -> !iteration.warmup());
  }

  /** Operations that ended as {@code outcome}; 0 where none did. */
  public long outcome(String outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  /** Whether it is of the cell itself, and not of what that is compared with. */
  @JsonIgnore
  public boolean isMain() {
    return arm == Arm.MAIN;
  }

  /** The same name the trial had in the plan. */
  @JsonIgnore
  public String id() {
    return cell.id() + " r" + round + arm.suffix();
  }
}
