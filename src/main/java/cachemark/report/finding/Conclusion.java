// SPDX-License-Identifier: Apache-2.0
package cachemark.report.finding;

import cachemark.report.figure.Contrast;
import cachemark.report.figure.Digits;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Series;
import cachemark.report.figure.SeriesKey;
import cachemark.stats.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Draws the finding from a panel by comparing its series, category by category, or over all x
 * together: a winner only where the interval of the ratio leaves 1 out.
 */
public final class Conclusion {
  private final Panel panel;
  private final List<Claim> claims = new ArrayList<>();
  private final List<Claim> evidence = new ArrayList<>();
  private final List<String> crossings = new ArrayList<>();
  private final List<Contrast> crossed = new ArrayList<>();
  private final List<String> details = new ArrayList<>();

  private Conclusion(Panel panel) {
    this.panel = panel;
  }

  /** What {@code panel} says. */
  public static Finding of(Panel panel) {
    Conclusion conclusion = new Conclusion(panel);
    Comparison.of(panel).forEach(conclusion::add);
    return conclusion.finding();
  }

  /** The finding of a panel in which nothing can be compared. */
  static Finding nothing(Panel panel) {
    return new Finding(
        List.of(),
        panel.series().size() < 2
            ? "One series alone: nothing to compare it with"
            : "No round in which both sides were measured: nothing to compare");
  }

  private void add(Comparison pair) {
    if (panel.axis().isCategorical()) {
      for (int category : panel.axis().told()) {
        claim(pair, panel.axis().categories().get(category), pair.at(category), category);
      }
    } else if (crosses(pair)) {
      crossings.add(crossing(pair));
      details.add(perX(pair));
      for (double x : pair.commonXs()) {
        String subject = (prefix(pair) + panel.axis().counted(x)).strip();
        pair.at(x).ifPresent(speed -> crossed.add(pair.claim(subject, speed, x).contrast()));
      }
    } else {
      claim(pair, "", pair.pooled(), pair.commonXs());
    }
  }

  private void claim(Comparison pair, String category, Optional<Ratio> speed, double... xs) {
    speed.ifPresent(
        ratio -> {
          claims.add(pair.claim(subject(pair, category), ratio, xs));
          evidence.add(pair.briefClaim(subject(pair, category), ratio, xs));
        });
  }

  private Finding finding() {
    Statements.by(evidence, Claim::spread)
        .forEach((spread, group) -> details.add(evidence(spread, group)));
    List<String> statements = new ArrayList<>(Statements.of(claims));
    statements.addAll(crossings);
    List<Contrast> contrasts = new ArrayList<>(claims.stream().map(Claim::contrast).toList());
    contrasts.addAll(crossed);
    return details.isEmpty()
        ? nothing(panel)
        : new Finding(statements, String.join("; ", details), contrasts);
  }

  /** The ratios of {@code claims}, which have the same in their brackets. */
  private static String evidence(String spread, List<Claim> claims) {
    Map<String, List<Claim>> pairs = Statements.by(claims, Claim::sides);
    if (pairs.size() == 1) {
      return "Speed ratio "
          + claims.get(0).sides()
          + " ("
          + spread
          + "): "
          + Statements.each(claims, Claim::numbers, ", ");
    }
    return pairs.entrySet().stream()
        .map(pair -> pair.getKey() + " " + Statements.each(pair.getValue(), Claim::numbers, ", "))
        .collect(Collectors.joining("; ", "Speed ratio (" + spread + "): ", ""));
  }

  /** What tells this comparison from the others of the panel. */
  private String subject(Comparison pair, String category) {
    return Stream.of(panel.title(), pair.left().key().operation(), category, clients(pair))
        .filter(Predicate.not(String::isEmpty))
        .collect(Collectors.joining(" "));
  }

  private String clients(Comparison pair) {
    SeriesKey left = pair.left().key();
    boolean several =
        panel.series().stream()
            .map(Series::key)
            .anyMatch(
                key -> key.subject().equals(left.subject()) && !key.client().equals(left.client()));
    return several && left.client().equals(pair.right().key().client())
        ? left.client().label()
        : "";
  }

  private static boolean crosses(Comparison pair) {
    return ahead(pair, true).length > 0 && ahead(pair, false).length > 0;
  }

  /** Every x at which one side is detectably faster, and did the same. */
  private static double[] ahead(Comparison pair, boolean left) {
    return DoubleStream.of(pair.commonXs())
        .filter(x -> pair.mismatch(x).isEmpty())
        .filter(x -> pair.at(x).filter(r -> r.differs() && (r.value() > 1) == left).isPresent())
        .toArray();
  }

  private String crossing(Comparison pair) {
    return String.format(
        Locale.ROOT,
        "%s%s ahead at %s, %s ahead at %s %s",
        prefix(pair),
        pair.leftName(),
        list(ahead(pair, true)),
        pair.rightName(),
        list(ahead(pair, false)),
        panel.axis().noun());
  }

  private String perX(Comparison pair) {
    String ratios =
        DoubleStream.of(pair.commonXs())
            .mapToObj(x -> pair.at(x).map(r -> Digits.factor(r.value()) + " at " + Digits.whole(x)))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "Speed ratio %s%s / %s: %s",
        prefix(pair),
        pair.leftName(),
        pair.rightName(),
        ratios);
  }

  private String prefix(Comparison pair) {
    String subject = subject(pair, "");
    return subject.isEmpty() ? "" : subject + ", ";
  }

  private static String list(double[] xs) {
    return DoubleStream.of(xs).mapToObj(Digits::whole).collect(Collectors.joining(", "));
  }
}
