// SPDX-License-Identifier: Apache-2.0
package cachemark.result.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cachemark.plan.workload.CacheEvent;
import cachemark.plan.workload.Shows;
import cachemark.result.ResultException;
import cachemark.result.RunState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Workloads as they are stored and read back. */
final class WorkloadFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** It refers to that of single loads, which lies beside it. */
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(SchemaLocation.of("classpath:schema/workload.schema.json"));

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(RunState.class)
  void whatIsStoredIsReadBackAndFollowsItsSchema(RunState state) throws IOException {
    WorkloadRecord record = WorkloadRecords.record(state);
    WorkloadFiles.FILE.write(folder, record);
    assertThat(WorkloadFiles.FILE.read(folder)).isEqualTo(record);
    assertThat(SCHEMA.validate(stored())).isEmpty();
  }

  @Test
  void theSchemaLooksIntoSettingsAndSteps() throws IOException {
    WorkloadFiles.FILE.write(folder, WorkloadRecords.record(RunState.COMPLETE));
    for (String part : List.of("settings", "step")) {
      JsonNode json = stored();
      ((ObjectNode) json.at("/loads/0/" + part)).put("unknown", 1);
      assertThat(SCHEMA.validate(json)).as(part).hasSize(1);
    }
  }

  @Test
  void theKeysAreThoseOfTheRecordsAndTheWordsThoseOfTheEnums() throws IOException {
    JsonNode tree = tree();
    assertThat(keys(tree)).isEqualTo(components(WorkloadRecord.class));
    assertThat(keys(tree.at("/$defs/load"))).isEqualTo(components(WorkloadLoad.class));
    assertThat(keys(tree.at("/$defs/event"))).isEqualTo(components(CacheEvent.class));
    assertThat(words(tree.at("/$defs/load/properties/shows/enum")))
        .isEqualTo(
            Stream.concat(Arrays.stream(Shows.values()).map(Shows::text), Stream.of("null"))
                .toList());
    assertThat(words(tree.at("/$defs/event/properties/what/enum")))
        .isEqualTo(Arrays.stream(CacheEvent.What.values()).map(CacheEvent.What::text).toList());
  }

  @Test
  void aNewerOrDamagedRecordIsRefusedInASentence() throws IOException {
    Path file = folder.resolve("workload.json");
    Files.writeString(file, "{\"schemaVersion\": 2}");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> WorkloadFiles.FILE.read(folder))
        .withMessageContaining("is of schema version 2");
    Files.writeString(file, "{\"schemaVersion\": 1, \"what\": 0}");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> WorkloadFiles.FILE.read(folder))
        .withMessageContaining("is damaged");
  }

  private JsonNode stored() throws IOException {
    return JSON.readTree(folder.resolve("workload.json").toFile());
  }

  private static JsonNode tree() throws IOException {
    try (InputStream in =
        WorkloadFilesTest.class.getResourceAsStream("/schema/workload.schema.json")) {
      return JSON.readTree(in);
    }
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.get("properties").fieldNames().forEachRemaining(keys::add);
    assertThat(words(object.get("required"))).isEqualTo(keys);
    return keys;
  }

  private static List<String> words(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<String> components(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
