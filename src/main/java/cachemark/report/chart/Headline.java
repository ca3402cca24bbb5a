// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Figure;
import cachemark.report.figure.Finding;
import java.util.List;

/**
 * The words over a figure.
 *
 * @param title heading and answer, in as many statements as two lines hold
 * @param subtitle every other statement, and the detail
 */
record Headline(List<String> title, List<String> subtitle) {
  private static final int MOST_LINES = 2;

  static Headline of(Figure figure, double width) {
    return of(figure.heading(), figure.finding(), width);
  }

  static Headline of(String heading, Finding finding, double width) {
    List<String> statements = finding.statements();
    int told = statements.size();
    List<String> title = title(heading, finding, told, width);
    while (told > 0 && title.size() > MOST_LINES) {
      told--;
      title = title(heading, finding, told, width);
    }
    List<String> rest = statements.subList(told, statements.size());
    String detail = finding.detail();
    String below = rest.isEmpty() ? detail : sentence(String.join("; ", rest)) + " " + detail;
    return new Headline(title, Type.SUBTITLE.wrap(below, width));
  }

  private static List<String> title(String heading, Finding finding, int told, double width) {
    String answer = String.join("; ", finding.statements().subList(0, told));
    String words = answer.isEmpty() ? heading : heading + ": " + answer;
    return Type.TITLE.balance(words.replace(" %", "\u00a0%"), width);
  }

  private static String sentence(String words) {
    boolean name = !words.matches("[a-z]+ .*");
    return (name ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1)) + ".";
  }
}
