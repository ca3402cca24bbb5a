// SPDX-License-Identifier: Apache-2.0
package cachemark.report.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Claims as phrases for a title, equal ones said once; those without an interval say nothing. */
final class Statements {
  private Statements() {}

  static List<String> of(List<Claim> claims) {
    List<Claim> said = claims.stream().filter(Claim::hasInterval).toList();
    if (said.size() > 2 && isOneSubject(said) && none(said)) {
      return List.of("no detectable difference between any two of them");
    }
    List<String> statements = new ArrayList<>();
    for (List<Claim> ofOne : by(said, Claim::left).values()) {
      if (ofOne.stream().map(Claim::right).distinct().count() > 1 && isOneSubject(ofOne)) {
        statements.addAll(ofSeveralRivals(ofOne));
      } else {
        by(ofOne, Claim::right).values().forEach(pair -> statements.addAll(ofOnePair(pair)));
      }
    }
    return statements;
  }

  private static boolean isOneSubject(List<Claim> claims) {
    return claims.stream().map(Claim::subject).distinct().count() == 1;
  }

  private static boolean none(List<Claim> claims) {
    return claims.stream().allMatch(claim -> claim.outcome() == Claim.Outcome.UNDETECTED);
  }

  /** One side against several others, in one respect; whoever is ahead comes first. */
  private static List<String> ofSeveralRivals(List<Claim> claims) {
    return new TreeMap<>(by(claims, Claim::outcome))
        .entrySet().stream()
            .map(outcome -> ofSeveralRivals(outcome.getKey(), outcome.getValue()))
            .toList();
  }

  private static String ofSeveralRivals(Claim.Outcome outcome, List<Claim> group) {
    String left = group.get(0).left();
    return switch (outcome) {
      case LEFT_AHEAD -> left + " " + each(group, Statements::over, ", ");
      case RIGHT_AHEAD -> each(group, Statements::lead, ", ") + " as fast as " + left;
      case LITTLE -> left + " less than 2 % apart from " + each(group, Claim::right, " and ");
      case UNDETECTED ->
          "no detectable difference of " + left + " from " + each(group, Claim::right, " and ");
      case UNLIKE -> each(group, Statements::unlike, ", ");
    };
  }

  private static String over(Claim claim) {
    return claim.factor() + " as fast as " + claim.right();
  }

  private static String lead(Claim claim) {
    return claim.right() + " " + claim.factor();
  }

  /** Two sides, in one respect or in several. */
  private static List<String> ofOnePair(List<Claim> claims) {
    Map<Claim.Outcome, List<Claim>> outcomes = by(claims, Claim::outcome);
    if (outcomes.size() == 1) {
      String subject = claims.get(0).subject();
      boolean partial = claims.size() == 1 && !subject.isEmpty();
      return List.of(statement(claims) + (partial ? " (" + subject + ")" : ""));
    }
    return outcomes.values().stream().map(group -> statement(group) + subjects(group)).toList();
  }

  private static String statement(List<Claim> group) {
    Claim first = group.get(0);
    return switch (first.outcome()) {
      case LEFT_AHEAD -> first.left() + " " + factors(group) + " as fast as " + first.right();
      case RIGHT_AHEAD -> first.right() + " " + factors(group) + " as fast as " + first.left();
      case LITTLE -> first.left() + " and " + first.right() + " differ by less than 2 %";
      case UNDETECTED ->
          "no detectable difference between " + first.left() + " and " + first.right();
      case UNLIKE -> unlike(first);
    };
  }

  private static String unlike(Claim claim) {
    return "no winner between "
        + claim.left()
        + " and "
        + claim.right()
        + claim.mismatch().map(one -> ", for their " + one.words()).orElse("");
  }

  /** One factor where they read alike, a range where they are many, else each with its subject. */
  private static String factors(List<Claim> group) {
    if (group.stream().map(Claim::factor).distinct().count() == 1) {
      return group.get(0).factor();
    }
    if (group.size() > 2) {
      List<String> sorted =
          group.stream()
              .sorted(Comparator.comparingDouble(one -> Math.abs(Math.log(one.speed().value()))))
              .map(Claim::factor)
              .toList();
      return sorted.get(0) + " to " + sorted.get(sorted.size() - 1);
    }
    return each(group, one -> one.factor() + " (" + one.subject() + ")", ", ");
  }

  private static String subjects(List<Claim> group) {
    return group.get(0).hasWinner() && factors(group).contains("(")
        ? ""
        : " (" + each(group, Claim::subject, ", ") + ")";
  }

  static String each(List<Claim> group, Function<Claim, String> words, String between) {
    return group.stream().map(words).collect(Collectors.joining(between));
  }

  static <K> Map<K, List<Claim>> by(List<Claim> claims, Function<Claim, K> key) {
    return claims.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }
}
