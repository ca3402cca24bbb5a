// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.compare.Comparison;
import cachemark.compare.format.HtmlFormat;
import cachemark.compare.format.Ink;
import cachemark.compare.format.JUnitFormat;
import cachemark.compare.format.JsonFormat;
import cachemark.compare.format.MarkdownFormat;
import cachemark.compare.format.TextFormat;
import cachemark.report.SpeedCharts;
import java.util.Locale;

/** The forms in which a comparison is told. */
enum ComparisonFormat {
  /** For a terminal. */
  TABLE,
  /** Markdown that fits into a job summary of GitHub. */
  MD,
  /** Markdown that fits into a comment on GitHub. */
  COMMENT,
  /** Every number. */
  JSON,
  /** A test case for each cell. */
  JUNIT,
  /** A page for a browser. */
  HTML;

  private static final int ANY_WIDTH = 0;

  /** The comparison in this form, as {@code screen} takes it. */
  String text(Comparison comparison, Screen screen) {
    return switch (this) {
      case TABLE ->
          TextFormat.of(
              comparison,
              screen.terminal() ? screen.columns() : ANY_WIDTH,
              ink(new Paint(screen.colour())));
      case MD -> MarkdownFormat.of(comparison, MarkdownFormat.JOB_SUMMARY_BYTES);
      case COMMENT -> MarkdownFormat.of(comparison, MarkdownFormat.COMMENT_BYTES);
      case JSON -> JsonFormat.of(comparison);
      case JUNIT -> JUnitFormat.of(comparison);
      case HTML -> HtmlFormat.of(comparison, SpeedCharts.onThePage());
    };
  }

  private static Ink ink(Paint paint) {
    return (tone, words) ->
        switch (tone) {
          case BAD -> paint.bad(words);
          case DOUBTFUL -> paint.doubtful(words);
          case GOOD -> paint.good(words);
        };
  }

  /** The name as options take it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
