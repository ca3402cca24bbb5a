// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import java.util.List;

/**
 * What came of operations over time, for several subjects below each other on the same axes.
 *
 * @param id name of its files, unique in a report
 * @param heading what it shows, in a phrase
 * @param finding what it says; may be empty
 * @param notes at its foot, a line each
 * @param seconds that the axis is long
 * @param secondsPerBar how long a bar is
 * @param rows a subject each, top to bottom
 */
public record Timeline(
    String id,
    String heading,
    Finding finding,
    List<String> notes,
    double seconds,
    double secondsPerBar,
    List<Row> rows) {
  /**
   * A subject.
   *
   * @param label its name
   * @param words what it came to, a line each
   * @param marks by time
   * @param reads a bar for each moment
   * @param writes a bar for each moment
   */
  public record Row(
      String label, List<String> words, List<Mark> marks, List<Bar> reads, List<Bar> writes) {
    public Row {
      words = List.copyOf(words);
      marks = List.copyOf(marks);
      reads = List.copyOf(reads);
      writes = List.copyOf(writes);
    }
  }

  /**
   * Something that happened.
   *
   * @param atSeconds when
   * @param words in short
   * @param kind who did what
   */
  public record Mark(double atSeconds, String words, Kind kind) {
    /** Who did what. */
    public enum Kind {
      /** Something was taken away. */
      AWAY,
      /** It was brought back. */
      BACK,
      /** The subject did something by itself. */
      OWN
    }
  }

  /**
   * The operations of a moment.
   *
   * @param right as they should be
   * @param missing that returned nothing though there was something
   * @param stale that returned an older value
   * @param failed that failed, or returned what nobody wrote
   */
  public record Bar(int right, int missing, int stale, int failed) {
    /** All of them. */
    public int all() {
      return right + missing + stale + failed;
    }
  }

  public Timeline {
    notes = List.copyOf(notes);
    rows = List.copyOf(rows);
  }
}
