// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import cachemark.cacheaside.Policy;
import cachemark.plan.Axis;
import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Trial;
import cachemark.result.Iteration;
import cachemark.store.Connections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * All that is known of a finished fork.
 *
 * @param trial what it was to measure
 * @param iterations warm-up first
 * @param outcomes operations of the measured iterations by outcome
 * @param costs what those did and cost on either side, by name
 * @param circumstances what was around
 */
public record Evidence(
    Trial trial,
    List<Iteration> iterations,
    Map<String, Long> outcomes,
    Map<String, Long> costs,
    Circumstances circumstances) {

  public Evidence {
    iterations = List.copyOf(iterations);
    outcomes = Map.copyOf(outcomes);
    costs = Map.copyOf(costs);
  }

  Cell cell() {
    return trial.cell();
  }

  Stream<Iteration> measured() {
    return iterations.stream().filter(iteration -> !iteration.warmup());
  }

  /** Whether every thread had done something in the same way before it was measured. */
  boolean warmedUp() {
    return iterations.stream()
        .filter(Iteration::warmup)
        .anyMatch(slice -> !isBatch() || slice.threadSeconds().size() == cell().threads());
  }

  /** Operations that ended so; 0 where none did. */
  long outcome(String name) {
    return outcomes.getOrDefault(name, 0L);
  }

  /** What was counted or spent under this name, where it is known. */
  OptionalLong cost(String name) {
    Long cost = costs.get(name);
    return cost == null ? OptionalLong.empty() : OptionalLong.of(cost);
  }

  String param(Axis axis) {
    return cell().param(axis.parameter());
  }

  boolean isBatch() {
    return cell().mode() == Mode.BATCH;
  }

  /** Whether operations go to a table, be there a cache in front or not. */
  boolean isRecord() {
    return !param(Axis.CACHE).isEmpty();
  }

  boolean isWrite() {
    return cell().method().startsWith("write");
  }

  boolean fillsOnMiss() {
    return param(Axis.POLICY).equals(Policy.READ_THROUGH.name());
  }

  boolean connects(Connections way) {
    return param(Axis.CONNECTIONS).equals(way.name());
  }

  /** Operations, of which one on a record with a cache in front has several outcomes. */
  long attempts() {
    if (!isRecord()) {
      return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }
    Stream<String> ends =
        isWrite()
            ? Stream.of("hits", "rowsInserted")
            : Stream.of("hits", "rowsFound", "rowsMissing");
    return ends.mapToLong(this::outcome).sum() + failures();
  }

  /** Operations that failed, from whatever cause. */
  long failures() {
    return Causes.names().mapToLong(this::outcome).sum();
  }
}
