// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.report.Brief;
import cachemark.report.Brief.Line;
import cachemark.report.Report;
import cachemark.report.RunSummary;
import cachemark.report.RunSummary.Counts;
import cachemark.report.RunSummary.InvalidTrial;
import cachemark.report.TimeSpent;
import cachemark.result.StoredRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The end of a run: its charts are drawn, and a few lines say how it went and where it is.
 *
 * @param run in numbers
 * @param results its folder
 * @param report its page
 * @param brief what it found
 * @param time where that went, or null where it is not known
 */
record Finish(RunSummary run, Path results, Path report, Brief brief, @Nullable TimeSpent time) {
  private static final int SHOWN = 5;
  private static final int RATIOS = 12;
  private static final int WIDTH = 100;

  /** Draws the charts of a run. */
  static Finish draw(StoredRun run, Path results, Path charts) {
    long startNanos = System.nanoTime();
    Report.Written written = Report.write(run, charts);
    Duration drawing = Duration.ofNanos(System.nanoTime() - startNanos);
    TimeSpent time = TimeSpent.of(run).map(spent -> spent.with("drawing", drawing)).orElse(null);
    return new Finish(RunSummary.of(run), results, written.page(), written.brief(), time);
  }

  /** The same, where all of it took so long. */
  Finish within(Duration elapsed) {
    return time == null
        ? this
        : new Finish(run, results, report, brief, TimeLine.within(time, elapsed));
  }

  ExitCode code() {
    Counts trials = run.trials();
    return trials.invalid() == 0 && trials.missing() == 0 ? ExitCode.OK : ExitCode.INCOMPLETE;
  }

  /** What a program is told. */
  Answer answer() {
    Counts trials = run.trials();
    String reason =
        code() == ExitCode.OK
            ? String.format(
                Locale.ROOT, "none of %d trials is invalid or missing", trials.planned())
            : String.format(
                Locale.ROOT,
                "of %d trials %d invalid, %d missing",
                trials.planned(),
                trials.invalid(),
                trials.missing());
    return new Answer(code(), reason, results, report, run);
  }

  /** What people are told. */
  void tell(PrintWriter out, Paint paint) {
    Counts trials = run.trials();
    String valid = trials.valid() + " valid";
    out.printf(
        Locale.ROOT,
        "%d trials: %s, %s, %s, %s%n",
        trials.planned(),
        code() == ExitCode.OK ? paint.good(valid) : valid,
        trials.suspect() == 0 ? "0 suspect" : paint.doubtful(trials.suspect() + " suspect"),
        trials.invalid() == 0 ? "0 invalid" : paint.bad(trials.invalid() + " invalid"),
        trials.missing() == 0 ? "0 missing" : paint.bad(trials.missing() + " missing"));
    List<InvalidTrial> invalid = run.invalidTrials();
    for (InvalidTrial trial : invalid.subList(0, Math.min(SHOWN, invalid.size()))) {
      out.printf(
          Locale.ROOT,
          "  %s %s: %s%n",
          paint.bad("invalid:"),
          trial.id(),
          String.join("; ", trial.reasons()));
    }
    if (invalid.size() > SHOWN) {
      out.printf(Locale.ROOT, "  and %d more, all in the report%n", invalid.size() - SHOWN);
    }
    found(out, paint);
    if (time != null) {
      out.println("time     " + TimeLine.of(time));
    }
    out.println("results  " + results);
    out.println("report   " + report);
  }

  private void found(PrintWriter out, Paint paint) {
    List<Line> ratios = brief.ratios();
    if (!ratios.isEmpty()) {
      out.println();
      out.println("How many times as fast, with the 95 % interval");
      ratios.stream().limit(RATIOS).forEach(line -> line(line, out, paint));
      if (ratios.size() > RATIOS) {
        out.printf(Locale.ROOT, "  and %d more, all in the report%n", ratios.size() - RATIOS);
      }
    }
    out.println();
    out.println("The 2012 report's claims");
    brief.claims().forEach(line -> line(line, out, paint));
    out.println();
  }

  private static void line(Line line, PrintWriter out, Paint paint) {
    String outcome =
        switch (line.outcome()) {
          case "faster", "REPRODUCED" -> paint.good(line.outcome());
          case "slower", "CONTRADICTED" -> paint.bad(line.outcome());
          default -> line.outcome();
        };
    String numbers = line.numbers().isEmpty() ? "" : line.numbers() + "  ";
    int room = WIDTH - numbers.length() - line.outcome().length();
    String subject =
        line.subject().length() > room
            ? line.subject().substring(0, room - 1) + "…"
            : line.subject();
    out.printf(Locale.ROOT, "  %-" + room + "s  %s%s%n", subject, numbers, outcome);
  }
}
