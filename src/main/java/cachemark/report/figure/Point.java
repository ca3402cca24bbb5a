// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import cachemark.result.Verdict;
import cachemark.stats.Ratio;
import cachemark.stats.Summary;
import java.util.List;
import java.util.Optional;

/**
 * All rounds of one series at one x.
 *
 * @param x number, or index of a category
 * @param readings one per round that gave a value, invalid ones included
 * @param known what the rounds come to, where only that is known; then there are no readings
 */
public record Point(double x, List<Reading> readings, Optional<Summary> known) {
  public Point {
    readings = List.copyOf(readings);
  }

  /** One of which every round is known. */
  public Point(double x, List<Reading> readings) {
    this(x, readings, Optional.empty());
  }

  /** A ratio, which is more than its rounds come to by themselves. */
  public static Point of(double x, Ratio ratio) {
    return new Point(
        x,
        List.of(),
        Optional.of(
            new Summary(
                ratio.rounds(),
                ratio.value(),
                ratio.value(),
                ratio.lowest(),
                ratio.highest(),
                ratio.interval())));
  }

  /** The summary over the rounds that count; empty where none does. Never holds an invalid one. */
  public Optional<Summary> summary() {
    return known.or(() -> Summary.of(counted().stream().mapToDouble(Reading::value).toArray()));
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
