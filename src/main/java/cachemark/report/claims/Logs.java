// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.stats.Ratio;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Logarithms by round. */
final class Logs {
  private Logs() {}

  /** The differences, in the rounds that both have. */
  static SortedMap<Integer, Double> minus(
      Map<Integer, Double> minuends, Map<Integer, Double> subtrahends) {
    SortedMap<Integer, Double> differences = new TreeMap<>();
    minuends.forEach(
        (round, minuend) -> {
          Double subtrahend = subtrahends.get(round);
          if (subtrahend != null) {
            differences.put(round, minuend - subtrahend);
          }
        });
    return differences;
  }

  /** The mean of one round over several of them, which all have it. */
  static double mean(List<Map<Integer, Double>> several, int round) {
    return several.stream()
        .mapToDouble(logs -> logs.getOrDefault(round, Double.NaN))
        .average()
        .orElse(Double.NaN);
  }

  /** The ratio whose logarithms these are; empty where there are none. */
  static Optional<Ratio> ratio(SortedMap<Integer, Double> logs) {
    return Ratio.ofLogs(logs.values().stream().mapToDouble(Double::doubleValue).toArray());
  }
}
