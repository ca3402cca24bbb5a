// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.workload.trace.PacedTrace;
import cachemark.workload.trace.TraceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cache trace that is replayed on a table, and what its rows are like before. The trace is read
 * through once for that, as far as it will be replayed, and once more when it is; neither keeps any
 * of it. Immutable and thread-safe.
 */
public final class Trace {
  private final Path file;
  private final @Nullable Double speed;
  private final TraceRows rows;
  private final @Nullable Duration length;

  private Trace(Path file, @Nullable Double speed, TraceRows rows, @Nullable Duration length) {
    this.file = file;
    this.speed = speed;
    this.rows = rows;
    this.length = length;
  }

  /**
   * Looks through a trace.
   *
   * @param file of it, plain or gzipped
   * @param speed at how many times its own pace it is replayed, or null if as fast as it goes
   * @param rows of the table, to which its keys are distributed by their hash
   * @param usualBytes length of the values of which it tells none
   * @param span for how long it is replayed at most
   * @throws LoadException if it cannot be read or is no trace
   */
  public static Trace of(
      Path file, @Nullable Double speed, int rows, int usualBytes, Duration span) {
    requireTwiceReadable(file);
    TraceSurvey survey = new TraceSurvey(speed, new TraceRows(rows, usualBytes), span);
    try (InputStream in = Files.newInputStream(file)) {
      survey.read(new TraceReader(in));
    } catch (IOException e) {
      throw new LoadException(name(file) + " cannot be read: " + e.getMessage(), e);
    }
    survey
        .fault()
        .ifPresent(
            fault -> {
              throw new LoadException(name(file) + " is no cache trace: " + fault);
            });
    return new Trace(file, speed, survey.rows(), survey.length());
  }

  private static void requireTwiceReadable(Path file) {
    if (!Files.exists(file)) {
      throw new LoadException(file + " is not there");
    }
    if (!Files.isRegularFile(file)) {
      throw new LoadException(
          file
              + (Files.isDirectory(file) ? " is a folder" : " is no plain file")
              + ": a trace is read twice, for the sizes of its values first, so put it into a file");
    }
    if (!Files.isReadable(file)) {
      throw new LoadException(file + " may not be read: permission denied");
    }
  }

  private static String name(Path file) {
    Path last = file.getFileName();
    return last == null ? file.toString() : last.toString();
  }

  /** The name of its file. */
  public String name() {
    return name(file);
  }

  /** At how many times its own pace it is replayed, or null if as fast as it goes. */
  public @Nullable Double speed() {
    return speed;
  }

  /** Whether requests are due when it says. */
  public boolean isPaced() {
    return speed != null;
  }

  /** How long all of it takes at this speed; empty if that was not found out. */
  public Optional<Duration> length() {
    return Optional.ofNullable(length);
  }

  /** The longest value that is written to the table. */
  public int longestBytes() {
    return rows.longestBytes();
  }

  /** The values that all rows have at first, together. */
  public long totalBytes() {
    return rows.totalBytes();
  }

  /** How long the value of a row is at first. */
  int bytes(int row) {
    return rows.bytes(row);
  }

  /** How many rows there are. */
  int rows() {
    return rows.count();
  }

  InputStream open() throws IOException {
    return Files.newInputStream(file);
  }

  /** A replay of it from the beginning, as it comes from {@link #open}. */
  TraceReplay replay(InputStream in, boolean hasCache) {
    PacedTrace paced = speed == null ? PacedTrace.atOnce(in) : PacedTrace.atSpeed(in, speed);
    return new TraceReplay(paced, rows.copy(), hasCache);
  }
}
