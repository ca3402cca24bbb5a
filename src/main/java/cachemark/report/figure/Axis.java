// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import java.util.List;

/**
 * The horizontal axis.
 *
 * @param title with its unit
 * @param categories names of x = 0, 1, 2…; empty for an axis of numbers
 * @param told categories that the finding speaks of
 */
public record Axis(String title, List<String> categories, List<Integer> told) {
  static final Axis OPERATIONS = new Axis("Operations in the batch", List.of(), List.of());
  static final Axis THREADS = new Axis("Threads", List.of(), List.of());
  static final Axis OPERATION = new Axis("Operation", List.of("set", "get"), List.of(0, 1));
  static final Axis PERCENTILE =
      new Axis(
          "Percentile of the service time", List.of("p50", "p90", "p99", "p99.9"), List.of(0, 2));

  public Axis {
    categories = List.copyOf(categories);
    told = List.copyOf(told);
  }

  /** Whether x counts categories. */
  public boolean isCategorical() {
    return !categories.isEmpty();
  }

  /** Whether x grows by factors rather than by steps. */
  public boolean isGeometric() {
    return this.equals(THREADS);
  }
}
