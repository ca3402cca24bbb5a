// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.format;

import cachemark.compare.Comparison;
import cachemark.compare.Difference;
import cachemark.compare.Fate;
import cachemark.compare.Judgement;
import cachemark.compare.Lone;
import cachemark.compare.Measure;
import cachemark.compare.Row;
import cachemark.compare.side.CellKey;
import cachemark.compare.side.Side;
import cachemark.stats.Interval;
import cachemark.stats.Ratio;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comparison as a JSON object, all of it, in a stable order; what is unknown is null. */
public final class JsonFormat {
  /** The form that is written; a change that a reader must know of counts it up. */
  public static final int SCHEMA_VERSION = 1;

  private static final int SIGNIFICANT = 6;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private JsonFormat() {}

  /** The whole comparison; ends in a new line. */
  public static String of(Comparison comparison) {
    try {
      return JSON.writer(
                  new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT))
              .writeValueAsString(tree(comparison))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, @Nullable Object> tree(Comparison comparison) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("schemaVersion", SCHEMA_VERSION);
    json.put("kind", comparison.title().kind().text());
    json.put("axis", comparison.title().axis().isEmpty() ? null : comparison.title().axis());
    json.put("base", side(comparison.title().base(), comparison.base()));
    json.put("new", side(comparison.title().next(), comparison.next()));
    json.put("threshold", comparison.terms().threshold());
    json.put("floor", number(comparison.floor()));
    json.put("limit", number(comparison.limit()));
    json.put("confidence", Interval.CONFIDENCE);
    json.put("across", comparison.terms().across().stream().sorted().toList());
    json.put("comparable", comparison.isComparable());
    json.put("regression", comparison.isRegression());
    json.put("incomplete", comparison.isIncomplete());
    json.put("differences", comparison.differences().stream().map(JsonFormat::difference).toList());
    json.put("counts", counts(comparison));
    json.put("cells", comparison.rows().stream().map(JsonFormat::row).toList());
    for (Fate fate : Fate.values()) {
      json.put(camel(fate), comparison.lone(fate).stream().map(JsonFormat::lone).toList());
    }
    json.put("notes", comparison.notes());
    return json;
  }

  private static Map<String, @Nullable Object> side(String name, Side side) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("validTrials", side.trials().valid());
    json.put("invalidTrials", side.trials().invalid());
    json.put("missingTrials", side.trials().missing());
    json.put("floor", number(side.floor()));
    Map<String, Object> facts = new LinkedHashMap<>();
    side.facts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> facts.put(entry.getKey().text(), entry.getValue()));
    json.put("facts", facts);
    json.put("servers", side.servers());
    return json;
  }

  private static Map<String, Object> difference(Difference difference) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("aspect", difference.aspect().text());
    json.put("fact", difference.fact());
    json.put("base", difference.base());
    json.put("new", difference.next());
    return json;
  }

  private static Map<String, Object> counts(Comparison comparison) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Judgement judgement : Judgement.values()) {
      json.put(camel(judgement), comparison.rows(judgement).size());
    }
    for (Fate fate : Fate.values()) {
      json.put(camel(fate), comparison.lone(fate).size());
    }
    return json;
  }

  private static Map<String, @Nullable Object> row(Row row) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>(cell(row.key()));
    json.put("contrast", row.contrast().isEmpty() ? null : row.contrast());
    json.put("verdict", camel(row.judgement()));
    json.put("base", measure(row.base()));
    json.put("new", measure(row.next()));
    json.putAll(speed(row.speed()));
    json.put("pValueAdjusted", row.fresh().map(fresh -> number(fresh.pValue())).orElse(null));
    json.put("screened", row.fresh().map(fresh -> speed(fresh.screened())).orElse(null));
    return json;
  }

  private static Map<String, @Nullable Object> cell(CellKey key) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("benchmark", key.benchmark());
    json.put("mode", key.mode());
    json.put("threads", key.threads() == 0 ? null : key.threads());
    json.put("params", key.labels());
    return json;
  }

  private static Map<String, @Nullable Object> measure(Measure measure) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("rounds", measure.rounds());
    json.put("invalidRounds", measure.invalid());
    json.put("mean", number(measure.mean()));
    json.put("unit", measure.unit());
    json.put("coefficientOfVariation", number(measure.variation()));
    return json;
  }

  private static Map<String, @Nullable Object> speed(Ratio speed) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("speed", number(speed.value()));
    json.put("speedLow", speed.interval().map(range -> number(range.low())).orElse(null));
    json.put("speedHigh", speed.interval().map(range -> number(range.high())).orElse(null));
    json.put("pValue", speed.evidence().map(evidence -> number(evidence.pValue())).orElse(null));
    json.put(
        "effectSize", speed.evidence().map(evidence -> number(evidence.effectSize())).orElse(null));
    json.put(
        "minimumDetectableRatio",
        speed.evidence().map(evidence -> number(evidence.minimumDetectableRatio())).orElse(null));
    return json;
  }

  private static Map<String, @Nullable Object> lone(Lone lone) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>(cell(lone.key()));
    json.put("why", lone.why().isEmpty() ? null : lone.why());
    return json;
  }

  /** As many digits as mean something; JSON has no number for what is not finite. */
  private static @Nullable Double number(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(SIGNIFICANT)).doubleValue()
        : null;
  }

  private static String camel(Enum<?> constant) {
    StringBuilder camel = new StringBuilder();
    for (String word : constant.name().split("_", -1)) {
      String rest = word.substring(1).toLowerCase(Locale.ROOT);
      camel.append(
          camel.isEmpty() ? word.substring(0, 1).toLowerCase(Locale.ROOT) : word.charAt(0));
      camel.append(rest);
    }
    return camel.toString();
  }
}
