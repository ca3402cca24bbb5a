// SPDX-License-Identifier: Apache-2.0
package cachemark.report.finding;

import cachemark.report.figure.Digits;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Series;
import cachemark.stats.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Draws the finding from a panel of times by comparing every series with itself, round by round:
 * how many times as long it takes at its last x as at its first.
 */
public final class Growth {
  /** Where a series begins and ends. */
  private record Span(double near, double far) {}

  private final Panel panel;
  private final Map<Span, List<Claim>> spans = new LinkedHashMap<>();

  private Growth(Panel panel) {
    this.panel = panel;
  }

  /** What {@code panel} says. */
  public static Finding of(Panel panel) {
    Growth growth = new Growth(panel);
    panel.series().forEach(growth::add);
    return growth.finding();
  }

  private void add(Series series) {
    List<Point> measured =
        series.points().stream().filter(point -> !point.counted().isEmpty()).toList();
    if (measured.size() < 2) {
      return;
    }
    Point near = measured.get(0);
    Point far = measured.get(measured.size() - 1);
    growth(near, far)
        .ifPresent(
            ratio ->
                spans
                    .computeIfAbsent(new Span(near.x(), far.x()), span -> new ArrayList<>())
                    .add(new Claim(series.name(), "", series.name(), ratio)));
  }

  private static Optional<Ratio> growth(Point near, Point far) {
    return Ratio.ofLogs(
        far.counted().stream()
            .flatMapToDouble(
                last ->
                    near.counted().stream()
                        .filter(first -> first.round() == last.round())
                        .filter(first -> first.value() > 0 && last.value() > 0)
                        .mapToDouble(first -> Math.log(last.value() / first.value())))
            .toArray());
  }

  private Finding finding() {
    if (spans.isEmpty()) {
      return new Finding(List.of(), "One size alone: nothing to compare it with");
    }
    List<String> statements = new ArrayList<>();
    List<String> details = new ArrayList<>();
    spans.forEach(
        (span, claims) -> {
          statement(span, claims).ifPresent(statements::add);
          Statements.by(claims, Claim::spread)
              .forEach((spread, group) -> details.add(evidence(span, spread, group)));
        });
    return new Finding(statements, "Time ratio " + String.join("; ", details));
  }

  private Optional<String> statement(Span span, List<Claim> claims) {
    List<String> parts =
        claims.stream().filter(Claim::hasInterval).map(Growth::part).distinct().toList();
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "with %s instead of %s %s",
                panel.axis().counted(span.far()),
                Digits.whole(span.near()),
                String.join(", ", parts)));
  }

  private static String part(Claim claim) {
    return switch (claim.outcome()) {
      case LEFT_AHEAD, RIGHT_AHEAD ->
          claim.left() + " takes " + Digits.factor(claim.speed().value()) + "× as long";
      case LITTLE -> claim.left() + " changes by less than 2 %";
      case UNDETECTED, UNLIKE -> "no detectable change of " + claim.left();
    };
  }

  private String evidence(Span span, String spread, List<Claim> claims) {
    return String.format(
        Locale.ROOT,
        "%s / %s (%s): %s",
        panel.axis().counted(span.far()),
        panel.axis().counted(span.near()),
        spread,
        Statements.each(claims, Claim::numbers, ", "));
  }
}
