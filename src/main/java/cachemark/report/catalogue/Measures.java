// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.plan.Cell;
import cachemark.result.Iteration;
import cachemark.result.TrialRecord;
import cachemark.stats.Histogram;
import cachemark.store.FailureCause;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a fork says, as one number; NaN where it says nothing. */
public final class Measures {
  private static final double NANOS_PER_MICRO = 1_000;
  private static final double MICROS_PER_SECOND = 1e6;
  private static final String OPERATIONS = "operations";
  private static final List<String> FAILED_CONNECTIONS =
      Arrays.stream(FailureCause.values())
          .filter(FailureCause::isConnection)
          .map(Measures::outcome)
          .toList();

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

  private Measures() {}

  /** The mean score of the measured iterations, in the unit of the cell's mode. */
  public static double score(TrialRecord trial) {
    return trial.measured().mapToDouble(Iteration::score).average().orElse(Double.NaN);
  }

  /** The mean time of one operation of a batch, in microseconds. */
  static double microsPerOperation(TrialRecord trial) {
    return score(trial) / number(trial.cell(), OPERATIONS) * MICROS_PER_SECOND;
  }

  /** Operations per second of a batch, over all its threads. */
  public static double batchPerSecond(TrialRecord trial) {
    return number(trial.cell(), OPERATIONS) * trial.cell().threads() / score(trial);
  }

  /** How many of a hundred reads the cache did not answer. */
  static double missedPercent(TrialRecord trial) {
    long misses = trial.outcome("misses");
    long asked = trial.outcome("hits") + misses;
    return asked == 0 ? Double.NaN : 100.0 * misses / asked;
  }

  /** The value of a parameter that counts something. */
  public static double number(Cell cell, String parameter) {
    String value = cell.param(parameter);
    return NUMBER.matcher(value).matches() ? Double.parseDouble(value) : Double.NaN;
  }

  /**
   * A percentile of all sampled times of the measured iterations together; NaN where fewer samples
   * than {@link Histogram#FEWEST_BEYOND} lie beyond it.
   */
  public static double micros(TrialRecord trial, double percent) {
    return micros(histogram(trial), percent);
  }

  /** A percentile in microseconds; NaN where the samples do not support it. */
  static double micros(Histogram histogram, double percent) {
    return histogram.supports(percent)
        ? histogram.percentileNanos(percent) / NANOS_PER_MICRO
        : Double.NaN;
  }

  /** All sampled times of the measured iterations together. */
  static Histogram histogram(TrialRecord trial) {
    return Histogram.of(
        trial.measured().flatMap(iteration -> iteration.histogram().stream()).toList());
  }

  /** Connections that could not be had or kept, over all measured iterations. */
  public static double failedConnections(TrialRecord trial) {
    return trial.measured().findAny().isEmpty()
        ? Double.NaN
        : FAILED_CONNECTIONS.stream().mapToLong(trial::outcome).sum();
  }

  /** The name of a cause among the outcomes of a trial: its words in lower camel case. */
  private static String outcome(FailureCause cause) {
    String[] words = cause.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
    }
    return name.toString();
  }
}
