// SPDX-License-Identifier: Apache-2.0
package cachemark.result.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How much of a trace a step replayed, from the beginning of its warm-up on.
 *
 * @param lines that were read
 * @param refused of them, which were no records
 * @param firstRefused what was wrong with the first of these, and its number; else empty
 * @param skipped of them, which removed a key from a cache where there was none
 * @param resized records whose value was given another length, so that the table took it
 * @param rowsAsked rows that any request was for
 * @param shared requests for a row that another key had come to first
 * @param ended whether the trace was over before the time that was asked for
 */
public record LoadReplay(
    long lines,
    long refused,
    String firstRefused,
    long skipped,
    long resized,
    int rowsAsked,
    long shared,
    boolean ended) {
  public LoadReplay {
    Objects.requireNonNull(firstRefused, "firstRefused");
  }

  /**
   * All of it, a sentence each.
   *
   * @param step that it is of
   */
  public List<String> sentences(LoadStep step, LoadSettings settings) {
    List<String> sentences = new ArrayList<>();
    sentences.add(read());
    sentences.add(
        words(
            "%,d of %,d rows were asked for, and %.1f %% of the requests were for a row that"
                + " another key had come to first",
            rowsAsked, settings.keys(), 100.0 * shared / Math.max(1, lines - refused - skipped)));
    if (skipped > 0) {
      sentences.add(words("%,d deletes were left out, since there is no cache", skipped));
    }
    if (resized > 0) {
      sentences.add(words("%,d values were made longer or shorter to fit the table", resized));
    }
    if (ended) {
      sentences.add(
          words(
              "the trace was over after %.1f s of the measurement's %.1f s",
              step.measuredMillis(settings) / 1e3, settings.durationMillis() / 1e3));
    }
    return sentences;
  }

  private String read() {
    String all = words("%,d lines were read, with those of the warm-up", lines);
    return refused == 0
        ? all
        : all + words(", and %,d of them refused, the first for %s", refused, firstRefused);
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
