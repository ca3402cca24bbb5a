// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import cachemark.stats.Interval;
import cachemark.stats.Ratio;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What one comparison says of one subject.
 *
 * @param left name of the first side
 * @param right name of the second side
 * @param subject what is compared, as in {@code set}; empty where the figure has one comparison
 * @param speed how many times as fast the first is as the second
 */
record Claim(String left, String right, String subject, Ratio speed) {
  /** The smallest factor that is worth naming a winner for. */
  private static final double SMALLEST_FACTOR = 1.02;

  /** The answer of all {@code claims} in a phrase: equal ones are said once. */
  static String headline(List<Claim> claims) {
    List<Claim> said = claims.stream().filter(one -> one.speed.interval().isPresent()).toList();
    List<String> verdicts = said.stream().map(Claim::verdict).distinct().toList();
    if (verdicts.size() == 1) {
      boolean partial = said.size() == 1 && !said.get(0).subject.isEmpty();
      return said.get(0).statement(factors(said))
          + (partial ? " (" + said.get(0).subject + ")" : "");
    }
    return verdicts.stream()
        .map(verdict -> said.stream().filter(one -> one.verdict().equals(verdict)).toList())
        .map(group -> group.get(0).statement(factors(group)) + subjects(group))
        .collect(Collectors.joining("; "));
  }

  /** One factor where they read alike, a range where they are many, else each with its subject. */
  private static String factors(List<Claim> group) {
    if (group.stream().map(Claim::factor).distinct().count() == 1) {
      return group.get(0).factor();
    }
    if (group.size() > 2) {
      List<String> sorted =
          group.stream()
              .sorted(Comparator.comparingDouble(one -> Math.abs(Math.log(one.speed.value()))))
              .map(Claim::factor)
              .toList();
      return sorted.get(0) + " to " + sorted.get(sorted.size() - 1);
    }
    return group.stream()
        .map(one -> one.factor() + " (" + one.subject + ")")
        .collect(Collectors.joining(", "));
  }

  private static String subjects(List<Claim> group) {
    return group.get(0).hasWinner() && factors(group).contains("(")
        ? ""
        : group.stream().map(Claim::subject).collect(Collectors.joining(", ", " (", ")"));
  }

  private String statement(String factors) {
    return hasWinner() ? ahead() + " " + factors + " as fast as " + behind() : verdict();
  }

  private String verdict() {
    if (!speed.differs()) {
      return "no detectable difference between " + left + " and " + right;
    }
    return hasWinner()
        ? ahead() + " ahead of " + behind()
        : left + " and " + right + " differ by less than 2 %";
  }

  private boolean hasWinner() {
    return speed.differs() && Math.max(speed.value(), 1 / speed.value()) >= SMALLEST_FACTOR;
  }

  private String factor() {
    return Digits.factor(Math.max(speed.value(), 1 / speed.value())) + "×";
  }

  private String ahead() {
    return speed.value() >= 1 ? left : right;
  }

  private String behind() {
    return speed.value() >= 1 ? right : left;
  }

  /** The ratios behind {@code claims}, which are of the same two sides and rounds. */
  static String evidence(List<Claim> claims) {
    Claim first = claims.get(0);
    int rounds = first.speed.rounds();
    String sample = rounds + (rounds == 1 ? " round" : " rounds");
    String spread =
        first.speed.interval().isPresent()
            ? String.format(
                Locale.ROOT, "%.0f %% interval over %s", 100 * Interval.CONFIDENCE, sample)
            : sample + (rounds == 1 ? "" : ", lowest and highest") + "; too few for an interval";
    return String.format(
        Locale.ROOT,
        "Speed ratio %s / %s (%s): %s",
        first.left,
        first.right,
        spread,
        claims.stream().map(Claim::numbers).collect(Collectors.joining(", ")));
  }

  private String numbers() {
    Interval range = speed.interval().orElse(new Interval(speed.lowest(), speed.highest()));
    String name = subject.isEmpty() ? "" : subject + " ";
    String value = name + Digits.factor(speed.value());
    return speed.rounds() == 1
        ? value
        : value + " (" + Digits.factor(range.low()) + " to " + Digits.factor(range.high()) + ")";
  }

  /** What must agree for two claims to share one line of evidence. */
  String kind() {
    return left + " " + right + " " + speed.rounds();
  }
}
