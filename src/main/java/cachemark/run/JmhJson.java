// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.result.Iteration;
import cachemark.result.StoredRun;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.MultisetStatistics;
import org.openjdk.jmh.util.Statistics;
import org.openjdk.jmh.util.Version;

/**
 * A run in the JSON that JMH itself writes, for the tools that read it: an object for each cell,
 * raw data by fork and iteration. Invalid trials are left out.
 */
final class JmhJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double CONFIDENCE = 0.999; // JMH's own
  private static final double[] PERCENTILES = {
    0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100
  };

  private JmhJson() {}

  /** Writes {@code jmh.json} into the run's folder. */
  static void write(StoredRun run, Path folder) {
    Map<String, List<TrialRecord>> byCell = new LinkedHashMap<>();
    for (TrialRecord trial : run.trials()) {
      if (trial.verdict() != Verdict.INVALID) {
        byCell
            .computeIfAbsent(trial.cell().id() + trial.arm().suffix(), id -> new ArrayList<>())
            .add(trial);
      }
    }
    List<Object> cells = byCell.values().stream().map(trials -> cell(run, trials)).toList();
    Path file = folder.resolve("jmh.json");
    try {
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), cells);
    } catch (IOException e) {
      throw new RunException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static Object cell(StoredRun run, List<TrialRecord> trials) {
    Cell cell = trials.get(0).cell();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("jmhVersion", Version.getPlainVersion());
    json.put("benchmark", "cachemark.bench." + cell.benchmark());
    json.put("mode", shortMode(cell.mode()));
    json.put("threads", cell.threads());
    json.put("forks", trials.size());
    json.put("jvmArgs", run.head().machine().jvmFlags());
    json.put("jdkVersion", run.head().machine().java());
    json.put("warmupIterations", warmUps(trials.get(0)));
    json.put("measurementIterations", trials.get(0).measured().count());
    Map<String, Object> params = new LinkedHashMap<>(cell.params());
    params.put("experiment", cell.experiment());
    params.put("variant", cell.variant().text());
    params.put("placement", cell.placement().text());
    if (!trials.get(0).isMain()) {
      params.put("arm", trials.get(0).arm().text());
    }
    json.put("params", params);
    json.put("primaryMetric", metric(cell, trials));
    json.put("secondaryMetrics", Map.of());
    return json;
  }

  private static long warmUps(TrialRecord trial) {
    return trial.iterations().stream().filter(Iteration::warmup).count();
  }

  private static Map<String, Object> metric(Cell cell, List<TrialRecord> trials) {
    List<List<Double>> raw =
        trials.stream().map(trial -> trial.measured().map(Iteration::score).toList()).toList();
    Statistics statistics = cell.mode() == Mode.SAMPLE ? ofSamples(trials) : ofScores(raw);
    Map<String, Object> metric = new LinkedHashMap<>();
    metric.put("score", number(statistics.getMean()));
    metric.put("scoreError", number(statistics.getMeanErrorAt(CONFIDENCE)));
    double[] interval = statistics.getConfidenceIntervalAt(CONFIDENCE);
    metric.put("scoreConfidence", List.of(number(interval[0]), number(interval[1])));
    Map<String, Object> percentiles = new LinkedHashMap<>();
    for (double percentile : PERCENTILES) {
      percentiles.put(Double.toString(percentile), number(statistics.getPercentile(percentile)));
    }
    metric.put("scorePercentiles", percentiles);
    metric.put("scoreUnit", cell.mode() == Mode.BATCH ? "s/op" : cell.mode().unit());
    metric.put("rawData", raw);
    if (cell.mode() == Mode.SAMPLE) {
      metric.put(
          "rawDataHistogram",
          trials.stream()
              .map(trial -> trial.measured().map(Iteration::histogram).toList())
              .toList());
    }
    return metric;
  }

  private static Statistics ofScores(List<List<Double>> raw) {
    return new ListStatistics(
        raw.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).toArray());
  }

  private static Statistics ofSamples(List<TrialRecord> trials) {
    MultisetStatistics samples = new MultisetStatistics();
    trials.stream()
        .flatMap(TrialRecord::measured)
        .flatMap(iteration -> iteration.histogram().stream())
        .forEach(bucket -> samples.addValue(bucket.get(0), bucket.get(1)));
    return samples;
  }

  /** JSON has no NaN; JMH writes it as text. */
  private static Object number(double value) {
    return Double.isFinite(value) ? (Object) value : Double.toString(value);
  }

  private static String shortMode(Mode mode) {
    return switch (mode) {
      case BATCH -> "ss";
      case THROUGHPUT -> "thrpt";
      case SAMPLE -> "sample";
    };
  }
}
