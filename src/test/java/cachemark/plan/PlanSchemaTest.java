// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema says of a plan what the reader says of it. */
final class PlanSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final JsonNode TREE = tree();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(TREE);

  static Stream<String> profiles() {
    return PlanSource.PROFILES.stream();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void everyProfileIsValid(String profile) throws IOException {
    assertThat(faults(PlanProfilesTest.text(profile))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mine | nightly-2.x_1 | true
          mine | 2024 | true
          mine | ../mine | false
          mine | -5 | false
          mine | ~ | false
          profile: | profil: | false
          profile: mine | # | false
          rounds: 2 | rounds: 1 | true
          rounds: 2 | rounds: 1000 | true
          rounds: 2 | rounds: 0 | false
          rounds: 2 | rounds: 1001 | false
          rounds: 2 | rounds: 1.5 | false
          rounds: 2 | rounds: many | false
          rounds: 2 | rounds: ~ | false
          rounds: 2 | rounds: [2] | false
          rounds: 2 | # | false
          Seconds: 60 | Seconds: 2147483647 | true
          Seconds: 60 | Seconds: 2147483648 | false
          Seconds: 60 | Seconds: 0 | false
          id: E1r | id: 7 | true
          id: E1r | ids: E1r | false
          id: E1r | id: [E1r] | false
          today | floor | true
          today | Today | false
          today | tomorrow | false
          batch | throughput | true
          batch | sample | true
          batch | singleshot | false
          batch | ~ | false
          getBatch] | getBatch, Any.thing] | true
          [SingleThreadBenchmark.getBatch] | [] | false
          [SingleThreadBenchmark.getBatch] | SingleThreadBenchmark.getBatch | false
          [1] | [1, 20, 1000] | true
          [1] | [0] | false
          [1] | [1001] | false
          [1] | [~] | false
          [1] | [] | false
          [1] | 1 | false
          threads: [1] | threads: [1]\\n    placement: split | true
          threads: [1] | threads: [1]\\n    placement: ~ | true
          threads: [1] | threads: [1]\\n    placement: everywhere | false
          [KEPT] | [per-op, Shared, ' kept '] | true
          [KEPT] | [keept] | false
          threads: [1] | threads: [1]\\n    again: true | true
          threads: [1] | threads: [1]\\n    again: ~ | true
          threads: [1] | threads: [1]\\n    again: twice | false
          [KEPT] | KEPT | false
          [KEPT] | [] | false
          [KEPT] | [~] | false
          [KEPT] | [1] | false
          [KEPT] | [true] | false
          [KEPT] | [[KEPT]] | false
          connections: | conections: | false
          store: | index: [none], ttl: [none, 60s, 1S, 2592000s], store: | true
          store: | ttl: [0s], store: | false
          store: | ttl: [2592001s], store: | false
          store: | ttl: [60], store: | false
          store: | ttl: [1m], store: | false
          store: | operations: [1, 10_000, 10000000], store: | true
          store: | operations: ['10_000'], store: | true
          store: | operations: [10000001], store: | false
          store: | operations: [0], store: | false
          store: | operations: [-1], store: | false
          store: | operations: [1.5], store: | false
          store: | operations: [many], store: | false
          store: | valueBytes: [0], store: | true
          store: | valueBytes: [1048577], store: | false
          Millis: 100 | Millis: 0 | true
          Millis: 100 | Millis: -1 | false
          Millis: 100 | Millis: 3600001 | false
          Millis: 50 | Millis: 0 | false
          iterations: 2 | iterations: 10001 | false
          iterations: 2 | iteration: 2 | false
          warmupMillis: 100, | # | false
          """)
  void schemaAndReaderAgree(String good, String other, boolean valid) throws IOException {
    assertThat(Plans.TEXT).contains(good);
    String replaced = other.equals("#") ? "" : other.replace("\\n", "\n");
    String text = Plans.TEXT.replace(good, replaced).replaceAll("(?m)^ *\n", "");
    assertThat(isRead(text)).as("reader").isEqualTo(valid);
    assertThat(faults(text).isEmpty()).as("schema: " + faults(text)).isEqualTo(valid);
  }

  @Test
  void whatIsNoPlanAtAllIsRefusedByBoth() throws IOException {
    for (String text : List.of("~", "[]", "just words", "{}")) {
      assertThat(isRead(text)).as(text).isFalse();
      assertThat(faults(text)).as(text).isNotEmpty();
    }
  }

  @Test
  void aNumberInQuotesIsTakenByTheReaderOnlySinceEditorsShouldFrownOnIt() throws IOException {
    String quoted = Plans.TEXT.replace("rounds: 2", "rounds: '2'");
    assertThat(isRead(quoted)).isTrue();
    assertThat(faults(quoted)).isNotEmpty();
  }

  @Test
  void theKeysAreThoseOfTheRecords() {
    assertThat(keys(TREE)).containsAll(components(Plan.class));
    assertThat(keys(TREE.at("/$defs/experiment"))).isEqualTo(components(Experiment.class));
    assertThat(keys(TREE.at("/$defs/timing"))).isEqualTo(components(Timing.class));
    assertThat(keys(TREE.at("/$defs/experiment/properties/axes")))
        .isEqualTo(Arrays.stream(Axis.values()).map(Axis::parameter).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/$defs/experiment", "/$defs/experiment/properties/axes", "/$defs/timing"})
  void everyKeyIsDescribed(String object) {
    assertThat(TREE.at(object + "/properties"))
        .isNotEmpty()
        .allMatch(key -> key.has("description") || key.has("$ref"));
  }

  @Test
  void theWordsAreThoseOfTheEnums() {
    JsonNode experiment = TREE.at("/$defs/experiment/properties");
    assertThat(words(experiment.at("/variant/enum")))
        .isEqualTo(Arrays.stream(Variant.values()).map(Variant::text).toList());
    assertThat(words(experiment.at("/mode/enum")))
        .isEqualTo(Arrays.stream(Mode.values()).map(Mode::text).toList());
    assertThat(words(experiment.at("/placement/enum")))
        .startsWith(Arrays.stream(Placement.values()).map(Placement::text).toArray(String[]::new))
        .hasSize(Placement.values().length + 1);
  }

  @ParameterizedTest
  @EnumSource(Axis.class)
  void anAxisHasTheValuesAndBoundsOfTheCode(Axis axis) {
    JsonNode schema =
        TREE.at(
            "/$defs/experiment/properties/axes/properties/" + axis.parameter() + "/items/anyOf");
    JsonNode first = schema.get(0);
    if (axis == Axis.TTL) {
      assertThat(words(first.get("enum"))).allSatisfy(axis::canonical);
    } else if (first.has("enum")) {
      assertThat(words(first.get("enum"))).isEqualTo(choices(axis));
      Pattern spelling = Pattern.compile(schema.get(1).get("pattern").asText());
      assertThat(choices(axis).stream().flatMap(word -> spellings(word).stream()))
          .allSatisfy(word -> assertThat(word).matches(spelling))
          .allSatisfy(axis::canonical);
    } else {
      assertThat(bounds(axis))
          .containsExactly(first.get("minimum").asText(), first.get("maximum").asText());
    }
  }

  @Test
  void theBenchmarksAreThoseOfTheJar() throws IOException {
    assertThat(words(TREE.at("/$defs/experiment/properties/benchmarks/items/anyOf/0/enum")))
        .containsExactlyElementsOf(benchmarks());
  }

  private static List<String> spellings(String word) {
    return List.of(word, word.toLowerCase(Locale.ROOT), word.replace('_', '-'), " " + word + " ");
  }

  /** What the axis itself names as its choices. */
  private static List<String> choices(Axis axis) {
    String message = refusal(axis, "no-such-value");
    return List.of(message.substring(message.indexOf("Choices: ") + 9).split(", ", -1));
  }

  private static List<String> bounds(Axis axis) {
    Matcher bounds = Pattern.compile("from (\\d+) to (\\d+)").matcher(refusal(axis, "none"));
    assertThat(bounds.find()).isTrue();
    return List.of(bounds.group(1), bounds.group(2));
  }

  private static String refusal(Axis axis, String value) {
    try {
      throw new AssertionError(axis.canonical(value));
    } catch (PlanException e) {
      return e.getMessage();
    }
  }

  private static List<String> benchmarks() throws IOException {
    List<String> names = new ArrayList<>();
    try (InputStream in = PlanSchemaTest.class.getResourceAsStream("/META-INF/BenchmarkList")) {
      Pattern entry =
          Pattern.compile("cachemark\\.bench\\.[\\w.]*?(\\w+) S \\d+ \\S+ S \\d+ (\\w+)");
      for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
        Matcher matcher = entry.matcher(line);
        assertThat(matcher.find()).as(line).isTrue();
        names.add(matcher.group(1) + "." + matcher.group(2));
      }
    }
    return names.stream().distinct().sorted().toList();
  }

  private static boolean isRead(String text) {
    try {
      PlanReader.read(PlanSource.of("my.yaml", text.getBytes(UTF_8)));
      return true;
    } catch (PlanException e) {
      return false;
    }
  }

  private static List<String> faults(String text) throws IOException {
    return SCHEMA.validate(YAML.readTree(text)).stream().map(Object::toString).toList();
  }

  private static List<String> keys(JsonNode object) {
    assertThat(object.get("additionalProperties").asBoolean(true)).isFalse();
    List<String> keys = new ArrayList<>();
    object.get("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static List<String> words(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<String> components(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private static JsonNode tree() {
    try {
      return JSON.readTree(PlanSchema.text());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
