// SPDX-License-Identifier: Apache-2.0
package cachemark.floor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/**
 * What a measuring process tells the one that started it, through a file.
 *
 * @param count of what was timed
 * @param elapsedNanos in which all of it was done
 * @param p50Nanos median
 * @param p99Nanos 99th percentile
 * @param maxNanos longest
 */
record Answer(long count, long elapsedNanos, long p50Nanos, long p99Nanos, long maxNanos) {
  private static final int FIELDS = 5;

  /** A histogram of times between 1 ns and a minute, right to three digits. */
  static Histogram histogram() {
    return new Histogram(60_000_000_000L, 3);
  }

  static Answer of(Histogram times, long elapsedNanos) {
    return new Answer(
        times.getTotalCount(),
        elapsedNanos,
        times.getValueAtPercentile(50),
        times.getValueAtPercentile(99),
        times.getMaxValue());
  }

  void write(Path file) throws IOException {
    String line =
        LongStream.of(count, elapsedNanos, p50Nanos, p99Nanos, maxNanos)
            .mapToObj(Long::toString)
            .collect(Collectors.joining(" "));
    Files.writeString(file, line);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws FloorException if it is something else
   */
  static Answer parse(String line) {
    try {
      long[] all = Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
      if (all.length == FIELDS) {
        return new Answer(all[0], all[1], all[2], all[3], all[4]);
      }
      throw new FloorException("\"" + line + "\" is no answer");
    } catch (NumberFormatException e) {
      throw new FloorException("\"" + line + "\" is no answer", e);
    }
  }

  double perSecond() {
    return count * 1e9 / elapsedNanos;
  }
}
