// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.figure.Digits;
import cachemark.result.Iteration;
import cachemark.result.TrialRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The iterations and the sampled times of a cell as the points of small drawings, 200 wide and 40
 * high: thousands of them have their place on one page, where charts have not.
 */
final class Sparklines {
  private static final double WIDTH = 200;
  private static final double HEIGHT = 40;
  private static final double HEADROOM = 2;
  private static final int BINS = 40;
  private static final double NANOS_PER_MICRO = 1_000;

  private final List<TrialRecord> trials;

  Sparklines(List<TrialRecord> trials) {
    this.trials = List.copyOf(trials);
  }

  /** A line for each round, all on one scale from zero. */
  List<String> timelines() {
    double highest =
        trials.stream()
            .flatMap(trial -> trial.iterations().stream())
            .mapToDouble(Iteration::score)
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    return trials.stream()
        .map(trial -> line(trial.iterations(), highest))
        .filter(points -> !points.isEmpty())
        .toList();
  }

  private static String line(List<Iteration> iterations, double highest) {
    return IntStream.range(0, iterations.size())
        .filter(i -> Double.isFinite(iterations.get(i).score()))
        .mapToObj(i -> point(x(i + 0.5, iterations.size()), iterations.get(i).score() / highest))
        .collect(Collectors.joining(" "));
  }

  /** Where the warm-up ends. */
  double warmUp() {
    return trials.stream()
        .map(TrialRecord::iterations)
        .filter(iterations -> !iterations.isEmpty())
        .findFirst()
        .map(all -> x((double) all.stream().filter(Iteration::warmup).count(), all.size()))
        .orElse(0.0);
  }

  /** How often times were sampled, from the shortest to the longest by factors; empty if never. */
  String histogram() {
    long[] ends = ends();
    if (ends.length == 0) {
      return "";
    }
    long[] counts = new long[BINS];
    double width = Math.log((double) ends[1] / ends[0]) / BINS;
    samples().forEach(pair -> counts[bin(Math.max(1, pair.get(0)), ends[0], width)] += pair.get(1));
    long highest = IntStream.range(0, BINS).mapToLong(i -> counts[i]).max().orElse(1);
    String steps =
        IntStream.range(0, BINS)
            .mapToObj(i -> point(x(i + 0.5, BINS), (double) counts[i] / highest))
            .collect(Collectors.joining(" "));
    return point(0, 0) + " " + steps + " " + point(WIDTH, 0);
  }

  private static int bin(long nanos, long shortest, double width) {
    return width > 0
        ? (int) Math.min(BINS - 1, Math.log((double) nanos / shortest) / width)
        : BINS / 2;
  }

  /** The shortest and the longest sampled time. */
  String spread() {
    long[] ends = ends();
    return ends.length == 0
        ? ""
        : Digits.significant(ends[0] / NANOS_PER_MICRO)
            + " to "
            + Digits.significant(ends[1] / NANOS_PER_MICRO)
            + " µs";
  }

  private long[] ends() {
    long[] times = samples().mapToLong(pair -> Math.max(1, pair.get(0))).sorted().toArray();
    return times.length == 0 ? times : new long[] {times[0], times[times.length - 1]};
  }

  private Stream<List<Long>> samples() {
    return trials.stream()
        .flatMap(TrialRecord::measured)
        .flatMap(iteration -> iteration.histogram().stream());
  }

  private static double x(double i, int count) {
    return Math.round(10 * WIDTH * i / count) / 10.0;
  }

  private static String point(double x, double share) {
    double y = HEIGHT - (HEIGHT - HEADROOM) * share;
    return text(x) + "," + text(y);
  }

  private static String text(double value) {
    long tenths = Math.round(10 * value);
    return BigDecimal.valueOf(tenths, 1).stripTrailingZeros().toPlainString();
  }
}
