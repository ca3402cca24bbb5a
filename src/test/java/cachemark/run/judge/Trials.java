// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Placement;
import cachemark.plan.Timing;
import cachemark.plan.Trial;
import cachemark.plan.Variant;
import cachemark.result.Iteration;
import cachemark.result.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Made-up forks: an honest one with kept connections, and what is changed of it. */
final class Trials {
  private final Map<String, String> params = new TreeMap<>();
  private final Map<String, Long> outcomes = new TreeMap<>();
  private final Map<String, Long> costs = new TreeMap<>();
  private final String benchmark;
  private final Mode mode;
  private int threads = 1;
  private Placement placement = Placement.FREE;
  private List<Double> scores = List.of(1.0, 1.0);
  private int coldThreads;
  private int warmUps = 3;
  private Circumstances circumstances = new Circumstances(true, 1, 1, 0, Duration.ZERO);

  private Trials(String benchmark, Mode mode) {
    this.benchmark = benchmark;
    this.mode = mode;
    params.put("connections", "KEPT");
  }

  static Trials of(String benchmark, Mode mode) {
    return new Trials(benchmark, mode);
  }

  static Trials store(String method, Mode mode) {
    return of("SingleThreadBenchmark." + method, mode).with("store", "MEMCACHED");
  }

  Trials with(String param, String value) {
    params.put(param, value);
    return this;
  }

  Trials ended(String outcome, long count) {
    outcomes.put(outcome, count);
    return this;
  }

  Trials cost(String name, long value) {
    costs.put(name, value);
    return this;
  }

  Trials on(Placement cores) {
    placement = cores;
    return this;
  }

  Trials threads(int number) {
    threads = number;
    return this;
  }

  Trials scores(Double... values) {
    scores = List.of(values);
    return this;
  }

  Trials withoutWarmUp() {
    warmUps = 0;
    return this;
  }

  /** So many threads were late, and did nothing before it was measured. */
  Trials withColdThreads(int count) {
    coldThreads = count;
    return this;
  }

  Trials amid(Circumstances other) {
    circumstances = other;
    return this;
  }

  /** What a check says of it, each with its verdict in front. */
  List<String> judgedBy(Check check) {
    return check
        .objections(evidence())
        .map(objection -> objection.verdict() + ": " + objection.reason())
        .toList();
  }

  void passes(Check check) {
    assertThat(judgedBy(check)).isEmpty();
  }

  void fails(Check check, Verdict verdict, String reason) {
    assertThat(judgedBy(check)).containsExactly(verdict + ": " + reason);
  }

  private Evidence evidence() {
    Cell cell =
        new Cell("E1r", Variant.TODAY, benchmark, mode, new TreeMap<>(params), threads, placement);
    List<Double> seconds = Collections.nCopies(mode == Mode.BATCH ? threads : 0, 0.5);
    List<Double> warm = seconds.subList(0, seconds.isEmpty() ? 0 : threads - coldThreads);
    List<Iteration> iterations = new ArrayList<>();
    for (int i = 0; i < warmUps; i++) {
      iterations.add(new Iteration(true, 2, warm, List.of()));
    }
    scores.forEach(score -> iterations.add(new Iteration(false, score, seconds, List.of())));
    Timing timing = new Timing(100 * warmUps, scores.size(), 100);
    return new Evidence(new Trial(cell, 1, timing), iterations, outcomes, costs, circumstances);
  }
}
