// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Path;

/** The names and the form of the files in a run's folder. */
final class ResultFiles {
  /** JSON as results are stored in it; scores that JSON has no number for are text. Thread-safe. */
  static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);

  private ResultFiles() {}

  static Path head(Path folder) {
    return folder.resolve("run.json");
  }

  static Path journal(Path folder) {
    return folder.resolve("trials.jsonl");
  }
}
