// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import cachemark.result.Iteration;
import cachemark.result.TrialRecord;
import cachemark.stats.Histogram;
import cachemark.store.FailureCause;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a fork says, as one number; NaN where it says nothing. */
public final class Measures {
  private static final double NANOS_PER_MICRO = 1_000;
  private static final List<String> FAILED_CONNECTIONS =
      Arrays.stream(FailureCause.values())
          .filter(FailureCause::isConnection)
          .map(Measures::outcome)
          .toList();

  private Measures() {}

  /** The mean score of the measured iterations, in the unit of the cell's mode. */
  public static double score(TrialRecord trial) {
    return trial.measured().mapToDouble(Iteration::score).average().orElse(Double.NaN);
  }

  /** A percentile of all sampled times of the measured iterations together. */
  public static double micros(TrialRecord trial, double percent) {
    List<List<Long>> pairs =
        trial.measured().flatMap(iteration -> iteration.histogram().stream()).toList();
    return Histogram.of(pairs).percentileNanos(percent) / NANOS_PER_MICRO;
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
