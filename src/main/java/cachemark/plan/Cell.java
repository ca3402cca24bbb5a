// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One combination of everything that is varied: what two measurements must share to be comparable.
 *
 * @param experiment id of the experiment, as in {@code E1w}
 * @param variant which reading of the experiment
 * @param benchmark simple class name and method, as in {@code SingleThreadBenchmark.setBatch}
 * @param mode what is measured
 * @param params every JMH parameter by name, values in canonical form
 * @param threads measuring threads, 1 or more
 * @param placement which cores
 */
public record Cell(
    String experiment,
    Variant variant,
    String benchmark,
    Mode mode,
    SortedMap<String, String> params,
    int threads,
    Placement placement) {

  public Cell {
    Objects.requireNonNull(experiment, "experiment");
    Objects.requireNonNull(variant, "variant");
    Objects.requireNonNull(benchmark, "benchmark");
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(placement, "placement");
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /** The value of an axis, or the empty string where this cell has no such axis. */
  public String param(String name) {
    return params.getOrDefault(name, "");
  }

  /** The benchmark's method name, as in {@code setBatch}. */
  @JsonIgnore
  public String method() {
    return benchmark.substring(benchmark.indexOf('.') + 1);
  }

  /** A name that no other cell of a plan has, stable between runs. */
  @JsonIgnore
  public String id() {
    String axes =
        params.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(","));
    return experiment
        + "-"
        + variant.text()
        + " "
        + benchmark
        + " "
        + mode.text()
        + " t"
        + threads
        + " "
        + placement.text()
        + " ["
        + axes
        + "]";
  }
}
