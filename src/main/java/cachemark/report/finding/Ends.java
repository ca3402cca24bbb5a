// SPDX-License-Identifier: Apache-2.0
package cachemark.report.finding;

import cachemark.report.figure.Digits;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Panel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Draws the finding from a panel whose ratios change along its axis: what is true at the far end,
 * and at the near end where that is something else. A ratio over all x would be true at none.
 */
public final class Ends {
  private final Panel panel;
  private final List<Comparison> pairs;

  private Ends(Panel panel) {
    this.panel = panel;
    this.pairs = Comparison.of(panel);
  }

  /** What {@code panel} says. */
  public static Finding of(Panel panel) {
    return new Ends(panel).finding();
  }

  private Finding finding() {
    Optional<Double> far = widest(Comparator.naturalOrder());
    if (far.isEmpty()) {
      return Conclusion.nothing(panel);
    }
    double near = widest(Comparator.reverseOrder()).orElseThrow();
    List<Claim> last = claims(far.get());
    List<Claim> first = near < far.get() ? claims(near) : List.of();
    List<String> statements = new ArrayList<>(statements(last, far.get()));
    if (!outcomes(first).equals(outcomes(last))) {
      statements.addAll(Math.min(1, statements.size()), statements(first, near));
    }
    List<String> details = new ArrayList<>(evidence(last, far.get()));
    details.addAll(evidence(first, near));
    return new Finding(statements, "Speed ratio " + String.join("; ", details));
  }

  /** The x at which most pairs can be compared; of several, the last in {@code order}. */
  private Optional<Double> widest(Comparator<Double> order) {
    Map<Double, Long> comparable =
        pairs.stream()
            .flatMap(pair -> DoubleStream.of(pair.commonXs()).boxed())
            .collect(Collectors.groupingBy(x -> x, Collectors.counting()));
    return comparable.keySet().stream()
        .max(Comparator.<Double, Long>comparing(comparable::get).thenComparing(order));
  }

  private List<Claim> claims(double x) {
    List<Claim> claims = new ArrayList<>();
    for (Comparison pair : pairs) {
      pair.at(x)
          .ifPresent(
              ratio ->
                  claims.add(
                      new Claim(
                          pair.leftName(),
                          pair.rightName(),
                          pair.left().key().operation(),
                          ratio)));
    }
    return claims;
  }

  private static Map<String, Claim.Outcome> outcomes(List<Claim> claims) {
    return claims.stream()
        .filter(Claim::hasInterval)
        .collect(
            Collectors.toMap(
                claim -> claim.sides() + claim.subject(), Claim::outcome, (one, same) -> one));
  }

  private List<String> statements(List<Claim> claims, double x) {
    List<String> statements = new ArrayList<>(Statements.of(claims));
    if (!statements.isEmpty()) {
      statements.set(0, "at " + place(x) + " " + statements.get(0));
    }
    return statements;
  }

  private List<String> evidence(List<Claim> claims, double x) {
    Map<String, List<Claim>> samples =
        claims.stream()
            .collect(Collectors.groupingBy(Claim::spread, LinkedHashMap::new, Collectors.toList()));
    List<String> evidence = new ArrayList<>();
    samples.forEach(
        (spread, group) ->
            evidence.add("at " + place(x) + " (" + spread + "): " + Ends.ratios(group)));
    return evidence;
  }

  private static String ratios(List<Claim> claims) {
    return claims.stream()
        .map(Claim::fasterFirst)
        .map(claim -> claim.sides() + " " + claim.numbers())
        .collect(Collectors.joining(", "));
  }

  private String place(double x) {
    return Digits.whole(x) + " " + panel.axis().noun();
  }
}
