// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.plan.workload.Shows;
import cachemark.report.figure.Digits;
import cachemark.stats.Interval;
import cachemark.stats.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How many connections: the fewest that answer as many requests as the most that were answered. */
final class ConnectionAdvice {
  private static final String QUESTION = "How many connections?";

  /** By so much fewer requests may be answered for it to be enough. */
  private static final double ENOUGH = 1.05;

  private ConnectionAdvice() {}

  /** Loads that differ in their connections only, fewest first. */
  private record Line(String name, List<LoadRounds> cells) {
    LoadRounds best() {
      return cells.stream()
          .max(Comparator.comparingDouble(cell -> cell.mean(Measures::perSecond)))
          .orElseThrow();
    }

    /** How many times as many the best one answers as another; empty of itself. */
    Optional<Ratio> behind(LoadRounds cell) {
      return cell.equals(best())
          ? Optional.empty()
          : new Pairing(List.of(new Pairing.Pair(best(), cell))).ratio(Measures::perSecond);
    }

    /** Whether it answers as many as the best one for certain, but for a twentieth. */
    boolean isEnough(LoadRounds cell) {
      return cell.equals(best())
          || behind(cell)
              .flatMap(Ratio::interval)
              .filter(range -> range.high() <= ENOUGH)
              .isPresent();
    }

    /** Whether it may or may not be enough. */
    boolean isOpen(LoadRounds cell) {
      return !isEnough(cell)
          && behind(cell)
              .flatMap(Ratio::interval)
              .filter(range -> range.low() <= ENOUGH)
              .isPresent();
    }

    LoadRounds fewest() {
      return cells.stream().filter(this::isEnough).findFirst().orElseThrow();
    }

    List<LoadRounds> open() {
      int at = cells.indexOf(fewest());
      return cells.subList(0, at).stream().filter(this::isOpen).toList();
    }

    int rounds() {
      return cells.stream()
          .mapToInt(cell -> cell.byRound(Measures::perSecond).size())
          .min()
          .orElse(0);
    }
  }

  static Advice of(List<Group> groups) {
    List<Line> lines =
        groups.stream()
            .filter(group -> group.shows() == Shows.CONNECTIONS && Fair.isOfSpeed(group))
            .flatMap(group -> lines(group).stream())
            .filter(line -> line.cells().size() > 1)
            .toList();
    if (lines.isEmpty()) {
      return Advice.unasked(QUESTION, "no closed loop had several numbers of them");
    }
    List<String> evidence = lines.stream().map(ConnectionAdvice::all).toList();
    int rounds = lines.stream().mapToInt(Line::rounds).min().orElse(0);
    if (rounds < Interval.FEWEST_ROUNDS) {
      String best = lines.stream().map(ConnectionAdvice::most).collect(Collectors.joining("; "));
      return Advice.open(QUESTION, Numbers.tooFew(rounds) + "; by them " + best, evidence);
    }
    String words = lines.stream().map(ConnectionAdvice::words).collect(Collectors.joining("; "));
    return lines.stream().allMatch(line -> line.open().isEmpty())
        ? Advice.decided(QUESTION, words, evidence)
        : Advice.open(QUESTION, words, evidence);
  }

  private static List<Line> lines(Group group) {
    Map<String, List<LoadRounds>> lines = new LinkedHashMap<>();
    for (LoadRounds cell : group.cells()) {
      if (Double.isFinite(cell.mean(Measures::perSecond))) {
        String name = Sides.Side.of(cell, group.label(cell, Set.of(Trait.CONNECTIONS))).name();
        lines.computeIfAbsent(name, one -> new ArrayList<>()).add(cell);
      }
    }
    List<Line> all = new ArrayList<>();
    lines.forEach((name, cells) -> all.add(new Line(name, cells)));
    return all;
  }

  private static String most(Line line) {
    return line.name() + " answers the most over " + line.best().words(Trait.CONNECTIONS);
  }

  private static String words(Line line) {
    LoadRounds fewest = line.fewest();
    String open =
        line.open().stream()
            .map(cell -> Digits.whole(cell.number(Trait.CONNECTIONS)))
            .collect(Collectors.joining(" or "));
    return line.name()
        + ": "
        + fewest.words(Trait.CONNECTIONS)
        + (open.isEmpty() ? "" : ", if not " + open)
        + ": "
        + speed(fewest)
        + line.behind(fewest)
            .map(
                ratio ->
                    "; "
                        + line.best().words(Trait.CONNECTIONS)
                        + " answer "
                        + Numbers.times(ratio)
                        + " as many")
            .orElse("");
  }

  private static String speed(LoadRounds cell) {
    return cell.summary(Measures::perSecond).map(all -> Numbers.mean(all, Unit.REQUESTS)).orElse("")
        + cell.summary(Measures::p99Micros)
            .map(all -> ", p99 " + Unit.MICROS.of(all.mean()))
            .orElse("");
  }

  private static String all(Line line) {
    return line.name()
        + ": "
        + line.cells().stream()
            .map(cell -> "over " + cell.words(Trait.CONNECTIONS) + " " + speed(cell))
            .collect(Collectors.joining("; "));
  }
}
