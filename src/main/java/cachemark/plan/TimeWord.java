// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as people write it, such as {@code 500us}, {@code 250ms}, {@code 10s} or {@code 1.5m}. */
public final class TimeWord {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(us|ms|s|m)");

  private TimeWord() {}

  /**
   * The time that {@code word} says.
   *
   * @throws PlanException if it says none
   */
  public static Duration parse(String word) {
    Matcher form = FORM.matcher(word.strip());
    PlanException.require(
        form.matches(),
        "\"%s\" is no time: a number and one of us, ms, s, m is needed, as in 10s",
        word);
    double nanos =
        Double.parseDouble(form.group(1))
            * switch (form.group(2)) {
              case "us" -> 1e3;
              case "ms" -> 1e6;
              case "s" -> 1e9;
              default -> 60e9;
            };
    return Duration.ofNanos(Math.round(nanos));
  }
}
