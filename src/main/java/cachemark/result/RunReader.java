// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads a run's folder. */
public final class RunReader {
  private RunReader() {}

  /**
   * The run stored in {@code folder}. A last journal line that was cut off, as a killed run leaves
   * it, is left out with a warning.
   *
   * @throws ResultException if there is no run, it is of a newer schema, or a file is damaged
   */
  public static StoredRun read(Path folder) {
    RunRecord head = readHead(ResultFiles.head(folder));
    List<String> warnings = new ArrayList<>();
    List<TrialRecord> trials = readJournal(ResultFiles.journal(folder), warnings);
    return new StoredRun(head, trials, warnings);
  }

  private static RunRecord readHead(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ResultException("there is no run in " + file.getParent() + ": no run.json");
    }
    try {
      JsonNode json = ResultFiles.JSON.readTree(file.toFile());
      int schema = json.path("schemaVersion").asInt(0);
      if (schema > RunRecord.SCHEMA_VERSION) {
        throw new ResultException(
            String.format(
                Locale.ROOT,
                "%s is of schema version %d; this cachemark reads up to version %d, use a newer one",
                file,
                schema,
                RunRecord.SCHEMA_VERSION));
      }
      if (!json.isObject() || schema < 1) {
        throw new ResultException(file + " is damaged: it says no schemaVersion");
      }
      return ResultFiles.JSON.treeToValue(json, RunRecord.class);
    } catch (IOException e) {
      throw new ResultException(file + " is damaged: " + firstLine(e), e);
    }
  }

  private static List<TrialRecord> readJournal(Path file, List<String> warnings) {
    if (!Files.exists(file)) {
      return List.of();
    }
    byte[] journal;
    try {
      journal = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ResultException(file + " cannot be read: " + firstLine(e), e);
    }
    List<TrialRecord> trials = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < journal.length; i++) {
      if (journal[i] == '\n') {
        trials.add(readLine(file, trials.size() + 1, Arrays.copyOfRange(journal, start, i)));
        start = i + 1;
      }
    }
    if (start < journal.length) {
      warnings.add("the last line of " + file + " was cut off; its trial counts as not run");
    }
    return trials;
  }

  private static TrialRecord readLine(Path file, int number, byte[] line) {
    try {
      TrialRecord trial = ResultFiles.JSON.readValue(line, TrialRecord.class);
      if (trial != null) {
        return trial;
      }
      throw new ResultException(damaged(file, number, "it holds no trial"));
    } catch (IOException e) {
      throw new ResultException(damaged(file, number, firstLine(e)), e);
    }
  }

  private static String damaged(Path file, int line, String reason) {
    return String.format(Locale.ROOT, "%s, line %d is damaged: %s", file, line, reason);
  }

  private static String firstLine(IOException e) {
    return e instanceof JsonProcessingException json
        ? json.getOriginalMessage().lines().findFirst().orElse("")
        : String.valueOf(e.getMessage());
  }
}
