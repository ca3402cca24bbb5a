// SPDX-License-Identifier: Apache-2.0
package cachemark.result.load;

import cachemark.result.FileTrouble;
import cachemark.result.ResultException;
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

/** The folder of a load: {@code load.json}, and the logs beside it. */
public final class LoadFiles {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);

  private LoadFiles() {}

  /** Whether a load is stored in {@code folder}. */
  public static boolean isLoad(Path folder) {
    return Files.isRegularFile(file(folder));
  }

  /**
   * Makes the folder of a new load.
   *
   * @throws ResultException if it is there already or cannot be made
   */
  public static Path create(Path results, String runId) {
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

  /** Stores a load as far as it has come, in place of what was there. */
  public static void write(Path folder, LoadRecord load) {
    Path file = file(folder);
    try {
      Path next = folder.resolve("load.json.next");
      Files.write(next, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(load));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ResultException(file + " cannot be written: " + FileTrouble.reason(e), e);
    }
  }

  /**
   * The load stored in {@code folder}.
   *
   * @throws ResultException if there is none, it is of a newer schema, or damaged
   */
  public static LoadRecord read(Path folder) {
    Path file = file(folder);
    if (!isLoad(folder)) {
      throw new ResultException("there is no load in " + folder + ": no load.json");
    }
    try {
      JsonNode json = JSON.readTree(file.toFile());
      int schema = json.path("schemaVersion").asInt(0);
      if (schema > LoadRecord.SCHEMA_VERSION) {
        throw new ResultException(
            String.format(
                Locale.ROOT,
                "%s is of schema version %d; this cachemark reads up to version %d, use a newer one",
                file,
                schema,
                LoadRecord.SCHEMA_VERSION));
      }
      if (!json.isObject() || schema < 1) {
        throw new ResultException(file + " is damaged: it says no schemaVersion");
      }
      return JSON.treeToValue(json, LoadRecord.class);
    } catch (IOException e) {
      throw new ResultException(file + " is damaged: " + firstLine(e), e);
    }
  }

  private static Path file(Path folder) {
    return folder.resolve("load.json");
  }

  private static String firstLine(IOException e) {
    return e instanceof JsonProcessingException json
        ? json.getOriginalMessage().lines().findFirst().orElse("")
        : String.valueOf(e.getMessage());
  }
}
