// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.figure.Digits;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Timeline;
import cachemark.report.figure.Timeline.Bar;
import cachemark.report.figure.Timeline.Mark;
import cachemark.result.drill.DrillMark;
import cachemark.result.drill.DrillMoment;
import cachemark.result.drill.DrillOutcome;
import cachemark.result.drill.DrillRecord;
import cachemark.result.drill.DrillSettings;
import cachemark.result.drill.DrillSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The picture of one scenario: its subjects below each other, on the same axes. */
final class DrillFigure {
  private static final double MILLIS_PER_SECOND = 1e3;

  private final DrillRecord record;
  private final String scenario;
  private final List<DrillOutcome> outcomes;

  DrillFigure(DrillRecord record, String scenario) {
    this.record = record;
    this.scenario = scenario;
    this.outcomes = record.of(scenario);
  }

  Timeline timeline() {
    double seconds =
        outcomes.stream().mapToLong(DrillOutcome::durationMillis).max().orElse(1)
            / MILLIS_PER_SECOND;
    return new Timeline(
        "drill-" + scenario,
        heading(),
        new Finding(statements(), ""),
        notes(),
        seconds,
        record.settings().momentMillis() / MILLIS_PER_SECOND,
        outcomes.stream().map(this::row).toList());
  }

  String heading() {
    return switch (scenario) {
      case "kill-revive" -> "A primary is killed and comes back empty";
      case "cut-return" -> "A primary is cut off and comes back with old memory";
      case "stop-continue" -> "A primary is stopped and continues";
      case "backup-then-primary" -> "The backup is killed and comes back empty, then a primary";
      case "rolling-restart" -> "Every server is restarted, one after the other";
      case "random" -> "Faults by chance, never both servers of a key at once";
      default -> scenario;
    };
  }

  /** What the subjects came to: who lost nothing, and who what. */
  List<String> statements() {
    List<String> unharmed = new ArrayList<>();
    List<String> harmed = new ArrayList<>();
    for (DrillOutcome outcome : outcomes) {
      String words = harm(outcome);
      if (words.isEmpty()) {
        unharmed.add(label(outcome));
      } else {
        harmed.add(label(outcome) + ": " + words);
      }
    }
    List<String> statements = new ArrayList<>();
    if (!unharmed.isEmpty()) {
      statements.add("no value lost or old with " + String.join(", ", unharmed));
    }
    statements.addAll(harmed);
    return statements;
  }

  private static String harm(DrillOutcome outcome) {
    DrillMoment all = outcome.total();
    List<String> words = new ArrayList<>();
    add(words, all.missing(), "found nothing");
    add(words, all.stale(), "found an older value");
    add(words, all.wrong(), "found what nobody wrote");
    add(words, outcome.readBack().missing(), "lost at the end");
    add(words, outcome.readBack().stale(), "older at the end");
    add(words, outcome.readBack().readErrors(), "not readable at the end");
    return String.join(", ", words);
  }

  private static void add(List<String> words, int count, String what) {
    if (count > 0) {
      words.add(Digits.whole(count) + " " + what);
    }
  }

  private Timeline.Row row(DrillOutcome outcome) {
    DrillMoment all = outcome.total();
    List<String> words = new ArrayList<>();
    words.add(Digits.whole(all.missing()) + " nothing, " + Digits.whole(all.stale()) + " older");
    words.add(Digits.whole(all.readErrors() + all.writeErrors()) + " failed");
    words.add(
        "at the end "
            + Digits.whole(outcome.readBack().missing())
            + " lost, "
            + Digits.whole(outcome.readBack().stale())
            + " older");
    return new Timeline.Row(
        label(outcome),
        words,
        outcome.marks().stream().map(DrillFigure::mark).toList(),
        outcome.moments().stream().map(DrillFigure::reads).toList(),
        outcome.moments().stream().map(DrillFigure::writes).toList());
  }

  private static Mark mark(DrillMark mark) {
    Mark.Kind kind =
        switch (mark.kind()) {
          case AWAY -> Mark.Kind.AWAY;
          case BACK -> Mark.Kind.BACK;
          case OWN -> Mark.Kind.OWN;
        };
    return new Mark(mark.atMillis() / MILLIS_PER_SECOND, mark.words(), kind);
  }

  private static Bar reads(DrillMoment moment) {
    return new Bar(
        moment.right(), moment.missing(), moment.stale(), moment.wrong() + moment.readErrors());
  }

  private static Bar writes(DrillMoment moment) {
    return new Bar(moment.stored(), 0, 0, moment.writeErrors());
  }

  private List<String> notes() {
    return List.of(
        "Each bar: operations that ended in a tenth of a second, upwards; where there is none, none"
            + " ended. What is done late can reach beyond the edge. Solid line: a server goes;"
            + " dashed: it is back; dotted: the subject did something by itself",
        String.join(" · ", conditions()));
  }

  List<String> conditions() {
    DrillSettings s = record.settings();
    List<String> all = new ArrayList<>();
    all.add(Digits.whole(s.ratePerSecond()) + " operations/s, open loop, evenly apart");
    all.add(String.format(Locale.ROOT, "%.0f %% gets", 100 * s.getShare()));
    all.add(Digits.whole(s.keys()) + " keys, values of " + s.valueBytes() + " bytes");
    all.add(s.threads() + " clients that wait " + s.answerMillis() + " ms for an answer");
    all.add("seed " + s.seed());
    all.add(
        record.servers().stream()
            .map(server -> server.name() + " " + server.version())
            .distinct()
            .collect(Collectors.joining(", ")));
    return all;
  }

  private String label(DrillOutcome outcome) {
    return record.subject(outcome.subject()).map(DrillSubject::label).orElse(outcome.subject());
  }
}
