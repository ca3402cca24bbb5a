// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.figure.Digits;
import cachemark.result.Iteration;
import cachemark.result.TrialRecord;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The iterations and the sampled times of a cell as the paths of small drawings, 400 wide and 80
 * high: thousands of them have their place on one page, where charts have not.
 */
final class Sparklines {
  private static final double WIDTH = 400;
  private static final double HEIGHT = 80;
  private static final double HEADROOM = 4;
  private static final int BINS = 40;
  private static final double NANOS_PER_MICRO = 1_000;

  private final List<TrialRecord> trials;

  Sparklines(List<TrialRecord> trials) {
    this.trials = List.copyOf(trials);
  }

  /** A line for each round, all on one scale from zero; empty where nothing was measured. */
  String timelines() {
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
        .map(points -> "M" + points)
        .collect(Collectors.joining());
  }

  private static String line(List<Iteration> iterations, double highest) {
    return IntStream.range(0, iterations.size())
        .filter(i -> Double.isFinite(iterations.get(i).score()))
        .mapToObj(i -> point(x(i + 0.5, iterations.size()), iterations.get(i).score() / highest))
        .collect(Collectors.joining(" "));
  }

  /** Where the warm-up ends. */
  long warmUp() {
    return trials.stream()
        .map(TrialRecord::iterations)
        .filter(iterations -> !iterations.isEmpty())
        .findFirst()
        .map(all -> x((double) all.stream().filter(Iteration::warmup).count(), all.size()))
        .orElse(0L);
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
    return "M" + point(0, 0) + " " + steps + " " + point(Math.round(WIDTH), 0);
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
    LongSummaryStatistics times =
        samples().mapToLong(pair -> Math.max(1, pair.get(0))).summaryStatistics();
    return times.getCount() == 0 ? new long[0] : new long[] {times.getMin(), times.getMax()};
  }

  private Stream<List<Long>> samples() {
    return trials.stream()
        .flatMap(TrialRecord::measured)
        .flatMap(iteration -> iteration.histogram().stream());
  }

  private static long x(double i, int count) {
    return Math.round(WIDTH * i / count);
  }

  private static String point(long x, double share) {
    return x + "," + Math.round(HEIGHT - (HEIGHT - HEADROOM) * share);
  }
}
