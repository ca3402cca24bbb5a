// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.report.figure.Rarity;
import cachemark.result.TrialRecord;
import cachemark.stats.Histogram;
import java.util.ArrayList;
import java.util.List;

/** The percentiles of one fork's sampled times, in µs: only those that its samples support. */
final class SampledTimes {
  private static final List<Double> BARS = List.of(50.0, 90.0, 99.0, 99.9);
  private static final List<Double> BOX = List.of(5.0, 25.0, 50.0, 75.0, 95.0);

  private SampledTimes() {}

  /** From the median on, by rarity. */
  static List<Lens.Observation> tail(TrialRecord trial) {
    Histogram times = Measures.histogram(trial);
    List<Lens.Observation> seen = new ArrayList<>();
    for (double rarity : Rarity.grid()) {
      see(times, rarity, Rarity.percent(rarity), seen);
    }
    return seen;
  }

  /** The four of {@link cachemark.report.figure.Axis#PERCENTILE}, by index. */
  static List<Lens.Observation> bars(TrialRecord trial) {
    return byIndex(trial, BARS);
  }

  /** The five of a box with its whiskers, by index. */
  static List<Lens.Observation> box(TrialRecord trial) {
    return byIndex(trial, BOX);
  }

  private static List<Lens.Observation> byIndex(TrialRecord trial, List<Double> percents) {
    Histogram times = Measures.histogram(trial);
    List<Lens.Observation> seen = new ArrayList<>();
    for (int i = 0; i < percents.size(); i++) {
      see(times, i, percents.get(i), seen);
    }
    return seen;
  }

  private static void see(Histogram times, double x, double percent, List<Lens.Observation> seen) {
    double micros = Measures.micros(times, percent);
    if (Double.isFinite(micros)) {
      seen.add(new Lens.Observation(x, micros));
    }
  }
}
