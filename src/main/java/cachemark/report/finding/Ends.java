// SPDX-License-Identifier: Apache-2.0
package cachemark.report.finding;

import cachemark.report.figure.Contrast;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Panel;
import cachemark.stats.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Draws the finding from a panel whose ratios change along its axis: what is true at the far end,
 * then what is not the same at the near end. A ratio over all x would be true at none.
 */
public final class Ends {
  /** One pair at one end. */
  private record Told(Comparison pair, Ratio speed, double x) {
    Claim claim() {
      return claim(pair.left().key().operation());
    }

    Claim claim(String subject) {
      return pair.claim(subject, speed, x);
    }

    /** With the faster side first: its ratio is the one that a statement names. */
    Claim evidence() {
      return pair.briefClaim(pair.left().key().operation(), speed, x).fasterFirst();
    }
  }

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
    double near = widest(Comparator.reverseOrder()).orElse(far.get());
    List<Told> last = at(far.get());
    List<Told> first = near < far.get() ? at(near) : List.of();
    List<String> statements = new ArrayList<>(statements(last, far.get()));
    List<Told> other = first.stream().filter(told -> !holds(told, last)).toList();
    statements.addAll(statements(other, near));
    List<String> details = new ArrayList<>(evidence(last, far.get(), ""));
    details.addAll(evidence(first, near, spread(last)));
    List<Contrast> contrasts = new ArrayList<>(contrasts(last, far.get()));
    contrasts.addAll(contrasts(first, near));
    return new Finding(statements, "Speed ratio " + String.join("; ", details), contrasts);
  }

  private List<Contrast> contrasts(List<Told> told, double x) {
    return told.stream().map(one -> one.claim(subject(one, x)).contrast()).toList();
  }

  private String subject(Told told, double x) {
    return (told.pair().left().key().operation() + " " + panel.axis().counted(x)).strip();
  }

  /** The x at which most pairs can be compared; of several, the last in {@code order}. */
  private Optional<Double> widest(Comparator<Double> order) {
    Map<Double, Long> comparable =
        pairs.stream()
            .flatMap(pair -> DoubleStream.of(pair.commonXs()).boxed())
            .filter(x -> !at(x).isEmpty())
            .collect(Collectors.groupingBy(x -> x, Collectors.counting()));
    return comparable.entrySet().stream()
        .max(Map.Entry.<Double, Long>comparingByValue().thenComparing(Map.Entry::getKey, order))
        .map(Map.Entry::getKey);
  }

  private List<Told> at(double x) {
    return pairs.stream()
        .flatMap(pair -> pair.at(x).map(speed -> new Told(pair, speed, x)).stream())
        .toList();
  }

  /** Whether one of {@code others} says the same of the same two sides. */
  private static boolean holds(Told told, List<Told> others) {
    return others.stream()
        .anyMatch(
            other ->
                other.pair().equals(told.pair())
                    && other.claim().outcome() == told.claim().outcome());
  }

  private List<String> statements(List<Told> claims, double x) {
    List<String> statements =
        new ArrayList<>(Statements.of(claims.stream().map(Told::claim).toList()));
    if (!statements.isEmpty()) {
      statements.set(0, place(x) + " " + statements.get(0));
    }
    return statements;
  }

  private static String spread(List<Told> claims) {
    return claims.stream().map(told -> told.claim().spread()).distinct().findFirst().orElse("");
  }

  /** The ratios at one end, by what stands in their brackets; {@code known} is said already. */
  private List<String> evidence(List<Told> claims, double x, String known) {
    Map<String, List<Claim>> samples =
        Statements.by(claims.stream().map(Told::evidence).toList(), Claim::spread);
    List<String> evidence = new ArrayList<>();
    samples.forEach(
        (spread, group) ->
            evidence.add(
                place(x)
                    + (spread.equals(known) ? ": " : " (" + spread + "): ")
                    + Statements.each(group, one -> one.sides() + " " + one.numbers(), ", ")));
    return evidence;
  }

  private String place(double x) {
    String where = "at " + panel.axis().counted(x);
    return panel.title().isEmpty() ? where : panel.title() + " " + where;
  }
}
