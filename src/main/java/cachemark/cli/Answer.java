// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.report.RunSummary;
import cachemark.result.ResultException;
import cachemark.result.RunReader;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --json} prints: how a command ended and what became of its run, as one JSON object.
 *
 * @param code the exit code
 * @param reason of the exit code, in a sentence
 * @param results folder of the run, or null if it did not come to one
 * @param report the page, or null if none was written
 * @param run the run, or null if there is none
 */
record Answer(
    ExitCode code,
    String reason,
    @Nullable Path results,
    @Nullable Path report,
    @Nullable RunSummary run) {
  /** The form that is printed; a change that a reader must know of counts it up. */
  static final int SCHEMA_VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The answer of a command that threw {@code e}, with what its run came to. */
  static Answer failed(Exception e, @Nullable Path begun) {
    return new Answer(
        Failures.codeOf(e), Failures.sentence(e), begun, null, begun == null ? null : read(begun));
  }

  private static @Nullable RunSummary read(Path folder) {
    try {
      return RunSummary.of(RunReader.read(folder));
    } catch (ResultException e) {
      return null; // why the command failed is told, and may be just this
    }
  }

  /** Ends in a new line. */
  String json() {
    ObjectNode json = JSON.createObjectNode();
    json.put("schemaVersion", SCHEMA_VERSION);
    json.put("exitCode", code.code());
    json.put("reason", reason);
    json.put("results", results == null ? null : results.toString());
    json.put("report", report == null ? null : report.toString());
    json.set("run", JSON.valueToTree(run));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
