// SPDX-License-Identifier: Apache-2.0
package cachemark.plan.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import cachemark.plan.PlanSource;

/** Plans of loads for tests. */
public final class Workloads {
  /** The file of a plan without fault, of ten loads. */
  public static final String TEXT =
      """
      profile: mine
      rounds: 2
      budgetSeconds: 60
      workload:
        keys: 1000
        gets: 100
        warmup: 1s
        duration: 8s
      loads:
        - id: memory
          shows: hit-ratio
          with: {skew: 0.9}
          vary: {cache-memory: [8m, 16m], eviction: [lru, lfu]}
        - id: outage
          with: {rate: 2k, fall-back: true}
          events:
            - {at: 2s, what: kill}
            - {at: 5s, what: revive}
      """;

  private Workloads() {}

  /** The plan in a text called {@code my.yaml}. */
  public static WorkloadPlan read(String text) {
    return WorkloadReader.read(source(text));
  }

  /** A text called {@code my.yaml}. */
  public static PlanSource source(String text) {
    return PlanSource.of("my.yaml", text.getBytes(UTF_8));
  }
}
