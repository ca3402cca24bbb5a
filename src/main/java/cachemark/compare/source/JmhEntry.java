// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.source;

import cachemark.compare.side.CellKey;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An entry of JMH's JSON: one benchmark with one set of parameters. Filled by reading it. */
final class JmhEntry {
  private static final String OUR_PACKAGES = "cachemark\\.bench\\.([a-z]+\\.)*";

  private final SortedMap<String, String> params = new TreeMap<>();
  private final List<String> flags = new ArrayList<>();
  private final JmhMetric metric = new JmhMetric();
  private @Nullable String benchmark;
  private @Nullable String mode;
  private @Nullable String jdkVersion;
  private @Nullable String vmVersion;
  private @Nullable String warmup;
  private @Nullable String measurement;
  private int warmups;
  private int measurements;
  private int threads = 1;
  private boolean hasFlags;

  private JmhEntry() {}

  /** Why an entry is none; the message goes on from "entry 3". */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  /** Reads the entry that the parser stands at the beginning of. */
  static JmhEntry read(JsonParser json) throws IOException {
    JmhEntry entry = new JmhEntry();
    require(json.currentToken() == JsonToken.START_OBJECT, "is no object");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      entry.field(name, json);
    }
    require(entry.benchmark != null, "has no \"benchmark\"");
    require(entry.mode != null, "has no \"mode\"");
    require(entry.metric.unit() != null, "has no \"primaryMetric\" with a \"scoreUnit\"");
    return entry;
  }

  private void field(String name, JsonParser json) throws IOException {
    switch (name) {
      case "benchmark" -> benchmark = text(name, json).replaceFirst("^" + OUR_PACKAGES, "");
      case "mode" -> mode = text(name, json);
      case "threads" -> threads = number(name, json);
      case "jdkVersion" -> jdkVersion = text(name, json);
      case "vmVersion" -> vmVersion = text(name, json);
      case "jvmArgs" -> flags(json);
      case "warmupIterations" -> warmups = number(name, json);
      case "measurementIterations" -> measurements = number(name, json);
      case "warmupTime" -> warmup = text(name, json);
      case "measurementTime" -> measurement = text(name, json);
      case "params" -> params(json);
      case "primaryMetric" -> metric.read(json);
      default -> json.skipChildren();
    }
  }

  private void flags(JsonParser json) throws IOException {
    hasFlags = true;
    require(json.currentToken() == JsonToken.START_ARRAY, "has no list as \"jvmArgs\"");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      flags.add(text("jvmArgs", json));
    }
  }

  private void params(JsonParser json) throws IOException {
    require(json.currentToken() == JsonToken.START_OBJECT, "has no object as \"params\"");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      params.put(name, text(name, json));
    }
  }

  /** Whether it is one that cachemark wrote of a run. */
  boolean isOurs() {
    return params.containsKey(CellKey.EXPERIMENT)
        && params.containsKey(CellKey.VARIANT)
        && params.containsKey(CellKey.PLACEMENT);
  }

  String benchmark() {
    return known(benchmark);
  }

  String mode() {
    return known(mode);
  }

  int threads() {
    return threads;
  }

  SortedMap<String, String> params() {
    return params;
  }

  /** The version of Java, as exactly as it is told. */
  Optional<String> java() {
    return Optional.ofNullable(vmVersion == null ? jdkVersion : vmVersion);
  }

  Optional<String> flags() {
    return hasFlags ? Optional.of(String.join(" ", flags)) : Optional.empty();
  }

  /** How long a fork was measured, if that is told; cachemark's own file does not. */
  Optional<String> timing() {
    return warmup == null || measurement == null
        ? Optional.empty()
        : Optional.of(
            "warm-up " + warmups + " × " + warmup + ", " + measurements + " × " + measurement);
  }

  /** As runs of cachemark have it: JMH's "s/op" of a batch is the seconds for all of it. */
  String unit() {
    String unit = known(metric.unit());
    return isOurs() && mode().equals("ss") && unit.equals("s/op") ? "s" : unit;
  }

  /** A value per fork: the mean of its iterations, or NaN where one of them has no number. */
  double[] forks() {
    return metric.forks();
  }

  private static String known(@Nullable String text) {
    return text == null ? "" : text;
  }

  static String text(String name, JsonParser json) throws IOException {
    require(
        json.currentToken().isScalarValue(), "has something else than text as \"" + name + "\"");
    return json.getText();
  }

  private static int number(String name, JsonParser json) throws IOException {
    String digits = text(name, json);
    require(digits.matches("[0-9]{1,9}"), "has no count as \"" + name + "\"");
    return Integer.parseInt(digits);
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Unreadable(otherwise);
    }
  }
}
