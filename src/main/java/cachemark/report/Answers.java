// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.figure.Contrast;
import cachemark.report.figure.Digits;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Mismatch;
import cachemark.report.html.Answer;
import cachemark.report.html.Answer.Side;
import cachemark.report.html.Forest;
import cachemark.report.html.Tone;
import cachemark.stats.Interval;
import cachemark.stats.Ratio;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What figures say, once each: another view of the same trials finds the same. */
final class Answers {
  private static final double LITTLE = 1.02;

  private Answers() {}

  /** The figures whose finding no earlier one has told. */
  static List<Figure> distinct(List<Figure> figures) {
    Set<String> told = new HashSet<>();
    return figures.stream().filter(figure -> told.add(told(figure))).toList();
  }

  /** What a reader sees of a finding. */
  private static String told(Figure figure) {
    return figure.finding().contrasts().stream()
        .map(Answers::side)
        .map(Side::toString)
        .collect(Collectors.joining("\n", headline(figure) + "\n", ""));
  }

  /** The answer in a sentence without its stop. */
  static String headline(Figure figure) {
    String headline = figure.finding().headline();
    return headline.isEmpty() ? "no answer" : headline;
  }

  static List<Answer> of(List<Figure> figures) {
    return distinct(figures).stream().map(Answers::answer).toList();
  }

  private static Answer answer(Figure figure) {
    String headline = headline(figure);
    return new Answer(
        figure.id(),
        figure.heading(),
        String.join(", ", figure.conditions()),
        sentence(headline),
        figure.finding().detail(),
        figure.finding().contrasts().stream().map(Answers::side).toList(),
        CellTraits.of(figure.trials()));
  }

  /** With a large letter at its head, unless that is the name of a cache. */
  private static String sentence(String words) {
    return words.matches("(no|at|with|set|get) .*")
        ? words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + "."
        : words + ".";
  }

  /** The first side of a comparison is what the other is measured by. */
  private static Side side(Contrast contrast) {
    Ratio speed = contrast.speed().inverse();
    Interval range = speed.interval().orElse(new Interval(speed.lowest(), speed.highest()));
    return new Side(
        contrast.subject(),
        contrast.right(),
        contrast.left(),
        Digits.factor(speed.value()),
        speed.interval().isPresent()
            ? Digits.factor(range.low()) + " to " + Digits.factor(range.high())
            : "too few rounds",
        outcome(speed, contrast.mismatch().map(Mismatch::swapped)),
        tone(contrast, speed),
        Forest.of(speed.value(), range.low(), range.high()));
  }

  /** What can be said of a contrast, in words. */
  static String outcome(Contrast contrast) {
    return outcome(contrast.speed(), contrast.mismatch());
  }

  private static String outcome(Ratio speed, Optional<Mismatch> mismatch) {
    return mismatch.map(Mismatch::words).orElseGet(() -> outcome(speed));
  }

  private static String outcome(Ratio speed) {
    if (speed.interval().isEmpty()) {
      return "cannot be told";
    }
    if (!speed.differs()) {
      return "no detectable difference";
    }
    if (Math.max(speed.value(), 1 / speed.value()) < LITTLE) {
      return "differs by less than 2 %";
    }
    return speed.value() > 1 ? "faster" : "slower";
  }

  private static Tone tone(Contrast contrast, Ratio speed) {
    if (contrast.mismatch().isPresent()) {
      return Tone.DOUBT;
    }
    return switch (outcome(speed)) {
      case "faster" -> Tone.GOOD;
      case "slower" -> Tone.BAD;
      case "cannot be told" -> Tone.DOUBT;
      default -> Tone.PLAIN;
    };
  }
}
