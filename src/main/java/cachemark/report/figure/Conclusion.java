// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import cachemark.stats.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Draws the finding from a panel: a winner only where the interval of the ratio leaves 1 out. */
final class Conclusion {
  private final Panel panel;
  private final List<Claim> claims = new ArrayList<>();
  private final List<String> headlines = new ArrayList<>();
  private final List<String> details = new ArrayList<>();

  private Conclusion(Panel panel) {
    this.panel = panel;
  }

  static Finding of(Panel panel) {
    Conclusion conclusion = new Conclusion(panel);
    List<Series> all = panel.series();
    for (int i = 0; i < all.size(); i++) {
      for (Series right : all.subList(i + 1, all.size())) {
        if (all.get(i).key().pairsWith(right.key())) {
          conclusion.add(new Comparison(all.get(i), right, panel.quantity()));
        }
      }
    }
    return conclusion.finding();
  }

  private void add(Comparison pair) {
    if (panel.axis().isCategorical()) {
      for (int category : panel.axis().told()) {
        claim(pair, panel.axis().categories().get(category), pair.at(category));
      }
    } else if (crosses(pair)) {
      headlines.add(crossing(pair));
      details.add(perX(pair));
    } else {
      claim(pair, "", pair.pooled());
    }
  }

  private void claim(Comparison pair, String category, Optional<Ratio> speed) {
    speed.ifPresent(
        ratio -> claims.add(new Claim(left(pair), right(pair), subject(pair, category), ratio)));
  }

  private Finding finding() {
    if (!claims.isEmpty()) {
      String headline = Claim.headline(claims);
      if (!headline.isEmpty()) {
        headlines.add(0, headline);
      }
      Map<String, List<Claim>> kinds =
          claims.stream()
              .collect(Collectors.groupingBy(Claim::kind, LinkedHashMap::new, Collectors.toList()));
      kinds.values().forEach(kind -> details.add(Claim.evidence(kind)));
    }
    if (details.isEmpty()) {
      return new Finding("", nothingToCompare());
    }
    return new Finding(String.join("; ", headlines), String.join("; ", details));
  }

  private String nothingToCompare() {
    return panel.series().size() < 2
        ? "One series alone: nothing to compare it with"
        : "No round in which both sides were measured: nothing to compare";
  }

  /** What tells this comparison from the others of the panel. */
  private String subject(Comparison pair, String category) {
    return Stream.of(panel.title(), pair.left().key().operation(), category, clients(pair))
        .filter(Predicate.not(String::isEmpty))
        .collect(Collectors.joining(" "));
  }

  private String clients(Comparison pair) {
    String left = pair.left().key().clientLabel();
    String right = pair.right().key().clientLabel();
    boolean several =
        panel.series().stream()
            .map(Series::key)
            .anyMatch(
                key ->
                    key.store().equals(pair.left().key().store())
                        && !key.client().equals(pair.left().key().client()));
    return several && left.equals(right) ? left : "";
  }

  private static boolean crosses(Comparison pair) {
    return ahead(pair, true).length > 0 && ahead(pair, false).length > 0;
  }

  /** Every x at which one side is detectably faster. */
  private static double[] ahead(Comparison pair, boolean left) {
    return DoubleStream.of(pair.commonXs())
        .filter(x -> pair.at(x).filter(r -> r.differs() && (r.value() > 1) == left).isPresent())
        .toArray();
  }

  private String crossing(Comparison pair) {
    return String.format(
        Locale.ROOT,
        "%s%s ahead at %s, %s ahead at %s %s",
        prefix(pair),
        left(pair),
        list(ahead(pair, true)),
        right(pair),
        list(ahead(pair, false)),
        panel.axis().title().toLowerCase(Locale.ROOT));
  }

  private String perX(Comparison pair) {
    String ratios =
        DoubleStream.of(pair.commonXs())
            .mapToObj(x -> pair.at(x).map(r -> Digits.factor(r.value()) + " at " + Digits.whole(x)))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return "Speed ratio " + prefix(pair) + left(pair) + " / " + right(pair) + ": " + ratios;
  }

  private String prefix(Comparison pair) {
    String subject = subject(pair, "");
    return subject.isEmpty() ? "" : subject + ", ";
  }

  private static String left(Comparison pair) {
    return named(pair.left().key(), pair.right().key());
  }

  private static String right(Comparison pair) {
    return named(pair.right().key(), pair.left().key());
  }

  /** The store, and its client where that differs too: then it is the pair that is compared. */
  private static String named(SeriesKey side, SeriesKey other) {
    return side.client().equals(other.client())
        ? side.storeLabel()
        : side.storeLabel() + " (" + side.clientLabel() + ")";
  }

  private static String list(double[] xs) {
    return DoubleStream.of(xs).mapToObj(Digits::whole).collect(Collectors.joining(", "));
  }
}
