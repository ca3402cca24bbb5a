// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The primary metric of an entry, of which the mean of each fork's iterations is kept. Sampled
 * times have no iterations' scores but histograms, whose mean is the score.
 */
final class JmhMetric {
  private @Nullable String unit;
  private double[] ofScores = {};
  private double[] ofHistograms = {};

  /** Reads the metric that the parser stands at the beginning of. */
  void read(JsonParser json) throws IOException {
    JmhEntry.require(
        json.currentToken() == JsonToken.START_OBJECT, "has no object as \"primaryMetric\"");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "scoreUnit" -> unit = JmhEntry.text(name, json);
        case "rawData" -> ofScores = forks(name, json, JmhMetric::number);
        case "rawDataHistogram" -> ofHistograms = forks(name, json, JmhMetric::histogram);
        default -> json.skipChildren();
      }
    }
  }

  @Nullable String unit() {
    return unit;
  }

  /** A value per fork. */
  double[] forks() {
    return ofScores.length == 0 ? ofHistograms : ofScores;
  }

  /** Reads the score of an iteration. */
  private interface Score {
    double read(JsonParser json) throws IOException;
  }

  private static double[] forks(String name, JsonParser json, Score score) throws IOException {
    List<Double> forks = new ArrayList<>();
    each(name, json, () -> forks.add(fork(name, json, score)));
    return forks.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double fork(String name, JsonParser json, Score score) throws IOException {
    double[] sumAndCount = new double[2];
    each(
        name,
        json,
        () -> {
          sumAndCount[0] += score.read(json);
          sumAndCount[1]++;
        });
    return sumAndCount[0] / sumAndCount[1];
  }

  private static double histogram(JsonParser json) throws IOException {
    double[] sumAndCount = new double[2];
    each(
        "rawDataHistogram",
        json,
        () -> {
          List<Double> pair = new ArrayList<>();
          each("rawDataHistogram", json, () -> pair.add(number(json)));
          JmhEntry.require(pair.size() == 2, "has no pairs in \"rawDataHistogram\"");
          sumAndCount[0] += pair.get(0) * pair.get(1);
          sumAndCount[1] += pair.get(1);
        });
    return sumAndCount[0] / sumAndCount[1];
  }

  /** JMH writes what JSON has no number for as text: {@code NaN}, {@code +INF}, {@code -INF}. */
  private static double number(JsonParser json) throws IOException {
    if (json.currentToken().isNumeric()) {
      return json.getDoubleValue();
    }
    JmhEntry.require(
        json.currentToken() == JsonToken.VALUE_STRING
            && json.getText().matches("NaN|[+-]?(INF|Infinity)"),
        "has something else than numbers in its raw data");
    return Double.NaN;
  }

  /** Something done for an element of a list. */
  private interface Step {
    void take() throws IOException;
  }

  private static void each(String name, JsonParser json, Step step) throws IOException {
    JmhEntry.require(
        json.currentToken() == JsonToken.START_ARRAY, "has lists missing in \"" + name + "\"");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      JmhEntry.require(json.currentToken() != null, "ends too early");
      step.take();
    }
  }
}
