// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The styles of the drawings of one page, which hold for all of it: each is said by the first
 * drawing that has it. Not thread-safe.
 */
public final class SharedStyles {
  private static final Pattern STYLE = Pattern.compile("<style>([^<]*)</style>");
  private static final Pattern RULE = Pattern.compile("[^}]*}");

  private final Set<String> said = new HashSet<>();

  /** {@code element}, which {@link Picture#element} made, without what others said before. */
  public String once(String element) {
    return STYLE
        .matcher(element)
        .replaceAll(
            style -> {
              String more = RULE.matcher(style.group(1)).replaceAll(rule -> fresh(rule.group()));
              return more.isEmpty() ? "" : Matcher.quoteReplacement("<style>" + more + "</style>");
            });
  }

  private String fresh(String rule) {
    return said.add(rule) ? Matcher.quoteReplacement(rule) : "";
  }
}
