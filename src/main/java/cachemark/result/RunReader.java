// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import cachemark.plan.Cell;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Reads a run's folder. */
public final class RunReader {
  /** Lines that are in memory together. */
  private static final int AT_ONCE = 512;

  private RunReader() {}

  /**
   * The run stored in {@code folder}. A last journal line that was cut off, as a killed run leaves
   * it, is left out with a warning.
   *
   * @throws ResultException if there is no run, it is of a newer schema, or a file is damaged
   */
  public static StoredRun read(Path folder) {
    RunRecord head = head(folder);
    Path file = ResultFiles.journal(folder);
    List<TrialRecord> trials = new ArrayList<>();
    List<byte[]> lines = new ArrayList<>();
    List<String> warnings =
        forEachLine(
            folder,
            (number, line) -> {
              lines.add(line);
              if (lines.size() == AT_ONCE) {
                trials.addAll(trials(file, trials.size() + 1, lines));
                lines.clear();
              }
            });
    trials.addAll(trials(file, trials.size() + 1, lines));
    return new StoredRun(head, sharing(trials), warnings);
  }

  /** The same, where trials of the same cell have the same object for it. */
  private static List<TrialRecord> sharing(List<TrialRecord> trials) {
    Map<Cell, Cell> cells = new HashMap<>();
    return trials.stream()
        .map(trial -> trial.sharing(cells.computeIfAbsent(trial.cell(), cell -> cell)))
        .toList();
  }

  /** The trials of some lines, of which the first has the number {@code first}, side by side. */
  private static List<TrialRecord> trials(Path file, int first, List<byte[]> lines) {
    IntStream indices = IntStream.range(0, lines.size());
    try {
      return indices.parallel().mapToObj(i -> trial(file, first + i, lines.get(i))).toList();
    } catch (ResultException e) {
      // Of several damaged lines any one may be met first, and the first one is to be named.
      for (int i = 0; i < lines.size(); i++) {
        trial(file, first + i, lines.get(i));
      }
      throw e;
    }
  }

  /**
   * The head of the run stored in {@code folder}.
   *
   * @throws ResultException if there is none, it is of a newer schema, or damaged
   */
  public static RunRecord head(Path folder) {
    Path file = ResultFiles.head(folder);
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

  /**
   * Hands every finished trial of the run in {@code folder} to {@code reader}, in the order they
   * ran, and keeps none, so that a run of any size can be read.
   *
   * @return what had to be repaired, a sentence each
   * @throws ResultException if the journal is damaged; the trials before that were handed over
   */
  public static List<String> forEachTrial(Path folder, Consumer<TrialRecord> reader) {
    Path file = ResultFiles.journal(folder);
    return forEachLine(folder, (number, line) -> reader.accept(trial(file, number, line)));
  }

  /** What to do with a line, which are counted from 1. */
  private interface LineReader {
    void read(int number, byte[] line);
  }

  private static List<String> forEachLine(Path folder, LineReader reader) {
    Path file = ResultFiles.journal(folder);
    if (!Files.exists(file)) {
      return List.of();
    }
    try (InputStream journal = Files.newInputStream(file)) {
      Lines lines = new Lines(journal);
      byte[] line = lines.next();
      for (int number = 1; line != null; number++) {
        reader.read(number, line);
        line = lines.next();
      }
      return lines.isLastCut()
          ? List.of("the last line of " + file + " was cut off; its trial counts as not run")
          : List.of();
    } catch (IOException e) {
      throw new ResultException(file + " cannot be read: " + firstLine(e), e);
    }
  }

  private static TrialRecord trial(Path file, int number, byte[] line) {
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
