// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.PlanException;
import cachemark.plan.PlanSchema;
import cachemark.plan.workload.CacheEvent;
import cachemark.plan.workload.LoadGroup;
import cachemark.plan.workload.LoadWords;
import cachemark.plan.workload.Shows;
import cachemark.plan.workload.WorkloadPlan;
import cachemark.plan.workload.Workloads;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema says of a plan of loads what its reader and the options of {@code load} say of it. */
final class WorkloadSchemaTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final JsonNode TREE = tree();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(TREE);

  @Test
  void thePlanWithoutAFaultIsValid() throws IOException {
    assertThat(faults(Workloads.TEXT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rounds: 2 | rounds: 0 | false
          rounds: 2 | round: 2 | false
          mine | ../mine | false
          workload: | workloads: | false
          keys: 1000 | threads: 1 | false
          id: outage | id: 7 | true
          id: outage | id: a b | false
          id: outage | shows: mix | false
          hit-ratio | cold-start | true
          hit-ratio | ~ | true
          hit-ratio | cold-starts | false
          {skew: 0.9} | ~ | true
          {skew: 0.9} | {} | true
          {skew: 0.9} | [skew] | false
          {skew: 0.9} | {skw: 0.9} | false
          vary: {cache-memory: [8m, 16m], eviction: [lru, lfu]} | vary: ~ | true
          [8m, 16m] | 8m | false
          [8m, 16m] | [] | false
          [8m, 16m] | [8m, ~] | false
          [8m, 16m] | [8m, 16] | false
          cache-memory: | cachememory: | false
          at: 2s | at: 1500ms | true
          at: 2s | at: 0.5s | true
          at: 2s | at: 2 | false
          at: 2s, | '' | false
          kill} | Kill} | false
          what: revive} | revive: now} | false
          """)
  void schemaAndReaderAgreeOnKeys(String good, String other, boolean valid) throws IOException {
    assertThat(Workloads.TEXT).contains(good);
    assertAgree(Workloads.TEXT.replace(good, other), valid);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rate | closed, 2000, 2k, 1.5k, 0.5, 100M | fast, 0, 0k, 101M, -1
          arrivals | constant, poisson | even
          store | none, memcached, redis | mysql, Redis
          policy | report, read-through, read-through-add, write-through, lease | readthrough
          ttl | none, 60s, 2592000s | 60, 0s, 1m
          ttl-jitter | 0%, 30%, 30, 2.5%, 100% | 101, 101%, much, -1
          negative-ttl | 5s | 5
          missing | 0, 20, 99.9 | 100, some, 5%
          single-flight | true, false | maybe, 1
          fall-back | true, false | maybe
          cache-memory | 8m, 64m, 2g | 7m, 64, much, 0g
          cached | 0, 50, 100 | 101, -1, all
          index | none, primary | full
          driver | connector-j, mariadb-connector | mariadb
          durability | fsync, relaxed | none
          connections | 1, 8, 1000 | 0, 1001, 1.5
          gets | 0, 95.5, 100 | 101, most
          keys | 1, 10_000 | 0, many, 10000001
          skew | 0, 0.99, 3 | -1, 3.5
          value-bytes | 16, 1000, 1_000 | 15, 1048577
          warmup | 0s, 500ms, 1.5s | 1, soon
          duration | 8s, 1m | 8
          answer-within | 1s, 250ms | 1
          """)
  void schemaAndLoadAgreeOnWords(String word, String good, String bad) throws IOException {
    for (String value : good.split(", ", -1)) {
      assertAgreeOn(word + ": " + value, true);
    }
    for (String value : bad.split(", ", -1)) {
      assertAgreeOn(word + ": " + value, false);
    }
  }

  /** In each of the places where words are. */
  private static void assertAgreeOn(String word, boolean valid) throws IOException {
    String text =
        Workloads.TEXT.replace("vary: {cache-memory: [8m, 16m], eviction: [lru, lfu]}", "");
    String name = word.substring(0, word.indexOf(':'));
    String bare = text.replaceAll("(?m)^  " + name + ": .*\n", "");
    assertAgree(bare.replace("workload:\n", "workload:\n  " + word + "\n"), valid);
    String store = name.equals("store") ? "" : "store: redis, ";
    String event = "    events:\n      - {at: 2s, what: kill}\n      - {at: 5s, what: revive}\n";
    String calm = bare.replace(event, "").replace("with: {skew: 0.9}", "");
    String with = calm.replace("with: {rate: 2k, fall-back: true}", "with: {" + store + word + "}");
    assertAgree(with, valid);
    String list = name + ": [" + word.substring(name.length() + 2) + "]";
    assertAgree(with.replace("with: {" + store + word + "}", "vary: {" + list + "}"), valid);
  }

  @Test
  void bothKindsInOneAreRefusedByTheSchemaToo() throws IOException {
    assertThat(faults(Workloads.TEXT + "experiments: []\n")).isNotEmpty();
  }

  @Test
  void theKeysAreThoseOfTheRecords() {
    assertThat(keys(TREE)).containsAll(components(WorkloadPlan.class));
    assertThat(keys(TREE.at("/$defs/group"))).isEqualTo(components(LoadGroup.class));
    assertThat(keys(TREE.at("/$defs/words"))).isEqualTo(LoadWords.NAMES);
    assertThat(keys(TREE.at("/$defs/group/properties/vary"))).isEqualTo(LoadWords.NAMES);
  }

  @Test
  void theNamesAreThoseOfTheEnums() {
    assertThat(words(TREE.at("/$defs/group/properties/shows/enum")))
        .isEqualTo(
            Stream.concat(Arrays.stream(Shows.values()).map(Shows::text), Stream.of("null"))
                .toList());
    assertThat(words(TREE.at("/$defs/event/properties/what/enum")))
        .isEqualTo(Arrays.stream(CacheEvent.What.values()).map(CacheEvent.What::text).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/$defs/words", "/$defs/group", "/$defs/event"})
  void everyKeyIsDescribed(String object) {
    assertThat(TREE.at(object + "/properties"))
        .isNotEmpty()
        .allMatch(key -> key.has("description") || key.has("$ref"));
  }

  private static void assertAgree(String text, boolean valid) throws IOException {
    assertThat(fault(text).isEmpty()).as(text + fault(text)).isEqualTo(valid);
    assertThat(faults(text).isEmpty()).as(text + faults(text)).isEqualTo(valid);
  }

  /** What reader or loads find wrong; empty if nothing. */
  private static String fault(String text) {
    try {
      PlannedLoads.of(Workloads.read(text), Set.of(), 1);
      return "";
    } catch (PlanException e) {
      return String.valueOf(e.getMessage());
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
      return new ObjectMapper().readTree(PlanSchema.text());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
