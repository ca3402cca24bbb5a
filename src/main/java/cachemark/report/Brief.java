// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.claims.JudgedClaim;
import cachemark.report.claims.Standing;
import cachemark.report.figure.Contrast;
import cachemark.report.figure.Digits;
import cachemark.report.figure.Figure;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run found, in the few lines that a terminal has room for.
 *
 * @param ratios the first comparison of every figure
 * @param claims of the original report, a line each, those that were not run on one line
 */
public record Brief(List<Line> ratios, List<Line> claims) {

  /**
   * One line.
   *
   * @param subject what it is about
   * @param numbers the ratio and its interval; empty where there is none
   * @param outcome in a word or a few
   */
  public record Line(String subject, String numbers, String outcome) {}

  public Brief {
    ratios = List.copyOf(ratios);
    claims = List.copyOf(claims);
  }

  static Brief of(List<Figure> figures, List<JudgedClaim> claims) {
    return new Brief(
        Answers.distinct(figures).stream()
            .flatMap(
                figure -> figure.finding().contrasts().stream().limit(1).map(c -> ratio(figure, c)))
            .toList(),
        Stream.concat(
                claims.stream()
                    .filter(claim -> claim.standing() != Standing.NOT_RUN)
                    .map(Brief::claim),
                notRun(claims))
            .toList());
  }

  private static Line ratio(Figure figure, Contrast contrast) {
    String where = contrast.subject().isEmpty() ? "" : " (" + contrast.subject() + ")";
    String numbers =
        Digits.factor(contrast.speed().value())
            + contrast
                .speed()
                .interval()
                .map(i -> " [" + Digits.factor(i.low()) + ", " + Digits.factor(i.high()) + "]")
                .orElse("");
    return new Line(
        figure.heading() + ": " + contrast.left() + " / " + contrast.right() + where,
        numbers,
        Answers.outcome(contrast));
  }

  private static Line claim(JudgedClaim claim) {
    return new Line(claim.id() + "  " + claim.claim(), "", claim.standing().label());
  }

  private static Stream<Line> notRun(List<JudgedClaim> claims) {
    String ids =
        claims.stream()
            .filter(claim -> claim.standing() == Standing.NOT_RUN)
            .map(JudgedClaim::id)
            .collect(Collectors.joining(", "));
    return ids.isEmpty() ? Stream.of() : Stream.of(new Line(ids, "", Standing.NOT_RUN.label()));
  }
}
