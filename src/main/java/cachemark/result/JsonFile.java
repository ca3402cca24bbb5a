// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * A record that is stored as one JSON file in a folder of its own.
 *
 * @param noun what it is, as in {@code load}; its file is called after it
 * @param type of the record
 * @param newestSchema the stored form that is written; it and every older one are read
 */
public record JsonFile<T>(String noun, Class<T> type, int newestSchema) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);

  /** Whether one is stored in {@code folder}. */
  public boolean isIn(Path folder) {
    return Files.isRegularFile(file(folder));
  }

  /**
   * Makes the folder of a new one.
   *
   * @throws ResultException if it is there already or cannot be made
   */
  public static Path createFolder(Path results, String runId) {
    Path folder = results.resolve(runId);
    try {
      Files.createDirectories(results);
      return Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      throw new ResultException(folder + " is there already; choose another --id", e);
    } catch (IOException e) {
      throw new ResultException(folder + " cannot be made: " + FileTrouble.reason(e), e);
    }
  }

  /** Stores {@code value} in place of what was there. */
  public void write(Path folder, T value) {
    Path file = file(folder);
    try {
      Path next = folder.resolve(noun + ".json.next");
      Files.write(next, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ResultException(file + " cannot be written: " + FileTrouble.reason(e), e);
    }
  }

  /**
   * The one stored in {@code folder}.
   *
   * @throws ResultException if there is none, it is of a newer schema, or damaged
   */
  public T read(Path folder) {
    Path file = file(folder);
    if (!isIn(folder)) {
      throw new ResultException("there is no " + noun + " in " + folder + ": no " + noun + ".json");
    }
    try {
      JsonNode json = JSON.readTree(file.toFile());
      requireKnown(json, file);
      return JSON.treeToValue(json, type);
    } catch (IOException e) {
      throw new ResultException(file + " is damaged: " + firstLine(e), e);
    }
  }

  private void requireKnown(JsonNode json, Path file) {
    int schema = json.path("schemaVersion").asInt(0);
    if (schema > newestSchema) {
      throw new ResultException(
          String.format(
              Locale.ROOT,
              "%s is of schema version %d; this cachemark reads up to version %d, use a newer one",
              file,
              schema,
              newestSchema));
    }
    if (!json.isObject() || schema < 1) {
      throw new ResultException(file + " is damaged: it says no schemaVersion");
    }
  }

  private Path file(Path folder) {
    return folder.resolve(noun + ".json");
  }

  private static String firstLine(IOException e) {
    return e instanceof JsonProcessingException json
        ? json.getOriginalMessage().lines().findFirst().orElse("")
        : String.valueOf(e.getMessage());
  }
}
