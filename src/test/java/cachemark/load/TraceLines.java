// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cachemark.workload.trace.PacedTrace;
import cachemark.workload.trace.TraceReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A trace that is written line by line. */
final class TraceLines {
  private final StringBuilder text = new StringBuilder();

  /** Adds a record. */
  TraceLines add(int second, String key, int valueBytes, String operation, int ttl) {
    return line(
        second + "," + key + "," + key.length() + "," + valueBytes + ",1," + operation + "," + ttl);
  }

  /** Adds as many reads, of one key each. */
  TraceLines gets(int second, int count) {
    for (int i = 0; i < count; i++) {
      add(second, "k" + i, 0, "get", 0);
    }
    return this;
  }

  TraceLines line(String line) {
    text.append(line).append('\n');
    return this;
  }

  byte[] bytes() {
    return text.toString().getBytes(ISO_8859_1);
  }

  Path in(Path folder) {
    try {
      return Files.write(folder.resolve("trace.csv"), bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A replay on so many rows, surveyed first, at its own pace. */
  TraceReplay replay(int rows, boolean hasCache) {
    TraceRows surveyed = new TraceRows(rows, 32);
    new TraceSurvey(1.0, surveyed, Duration.ofDays(1))
        .read(new TraceReader(new ByteArrayInputStream(bytes())));
    PacedTrace paced = PacedTrace.atSpeed(new ByteArrayInputStream(bytes()), 1);
    return new TraceReplay(paced, surveyed, hasCache);
  }

  /** All of a replay, with its end. */
  static List<Traced> all(TraceReplay replay) {
    List<Traced> all = new ArrayList<>();
    do {
      all.add(replay.get());
    } while (all.get(all.size() - 1).request() != null);
    return all;
  }
}
