// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import cachemark.result.Verdict;
import cachemark.stats.Summary;
import java.util.List;
import java.util.Optional;

/**
 * All rounds of one series at one x.
 *
 * @param x number, or index of a category
 * @param readings one per round that gave a value, invalid ones included
 */
public record Point(double x, List<Reading> readings) {
  public Point {
    readings = List.copyOf(readings);
  }

  /** The summary over the rounds that count; empty where none does. Never holds an invalid one. */
  public Optional<Summary> summary() {
    return Summary.of(counted().stream().mapToDouble(Reading::value).toArray());
  }

  /** The readings that enter the mean, by round. */
  public List<Reading> counted() {
    return readings.stream().filter(Reading::counts).toList();
  }

  /** The readings of a verdict, by round. */
  public List<Reading> of(Verdict verdict) {
    return readings.stream().filter(reading -> reading.verdict() == verdict).toList();
  }
}
