// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static cachemark.report.Markdown.plain;

import cachemark.report.claims.Claims;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Finding;
import cachemark.result.RunRecord;
import cachemark.result.StoredRun;
import cachemark.result.Verdict;
import cachemark.stats.Interval;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The page {@code report.md}: answers first, then figures with their numbers, then the fine print.
 */
final class Page {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StoredRun run;
  private final List<Figure> figures;
  private final Map<String, Pictures> pictures;
  private final Markdown page = new Markdown();

  Page(StoredRun run, List<Figure> figures, Map<String, Pictures> pictures) {
    this.run = run;
    this.figures = List.copyOf(figures);
    this.pictures = Map.copyOf(pictures);
  }

  String text() {
    head();
    answers();
    new ClaimSection(page, Claims.of(run)).write();
    for (Figure figure : figures) {
      new FigureSection(page, figure, run.head().plan().rounds()).write(picturesOf(figure));
    }
    new CostSection(page, run.mainTrials()).write();
    new TrustSection(page, run).write();
    new TrialSections(page, run, figures).write();
    new EnvironmentSection(page, run.head()).write();
    reading();
    limits();
    return page.toString().stripTrailing() + "\n";
  }

  private void head() {
    RunRecord head = run.head();
    RunWords words = new RunWords(run);
    page.heading(1, "cachemark: run " + head.runId());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("State", words.state()));
    rows.add(List.of("Started", DATE.format(head.startedAt())));
    rows.add(
        List.of("Sources", "cachemark " + head.build().version() + ", commit " + words.commit()));
    rows.add(
        List.of(
            "Profile", head.plan().profile() + ", " + words.rounds() + ", seed " + head.seed()));
    rows.add(
        List.of(
            "Trials",
            String.format(
                Locale.ROOT,
                "%d planned: %d valid, %d suspect, %d invalid, %d missing",
                head.plannedTrials(),
                words.count(Verdict.VALID),
                words.count(Verdict.SUSPECT),
                words.count(Verdict.INVALID),
                run.missing())));
    page.table("ll", List.of("Run", head.runId()), rows);
    if (!run.warnings().isEmpty()) {
      page.bullets(run.warnings().stream().map(Markdown::plain).toList());
    }
  }

  private void answers() {
    page.heading(2, "Answers");
    if (figures.isEmpty()) {
      page.paragraph("This run holds no measurement that a figure shows.");
      return;
    }
    // Another view of the same trials finds the same, and would only say it twice.
    Set<Finding> told = new HashSet<>();
    page.bullets(
        figures.stream().filter(figure -> told.add(figure.finding())).map(Page::answer).toList());
  }

  private static String answer(Figure figure) {
    String headline = figure.finding().headline();
    return "**"
        + plain(figure.heading())
        + "** ("
        + plain(String.join(", ", figure.conditions()))
        + "): "
        + plain(headline.isEmpty() ? "no answer" : headline)
        + ". "
        + plain(figure.finding().detail())
        + ".";
  }

  private Pictures picturesOf(Figure figure) {
    return pictures.getOrDefault(figure.id(), new Pictures(List.of(), "it was not drawn"));
  }

  private void reading() {
    page.heading(2, "How to read it");
    page.bullets(
        List.of(
            "The independent sample is the round: one fork of the JVM. Its value is the mean of its"
                + " measured iterations; a percentile is taken of all its samples together.",
            String.format(
                Locale.ROOT,
                "An interval is Student's, at %.0f %%, over rounds; that of a ratio is bootstrapped"
                    + " from %d rounds on. It needs %d rounds; with fewer, the single rounds are"
                    + " shown instead and no winner is named.",
                100 * Interval.CONFIDENCE,
                Interval.FEWEST_FOR_BOOTSTRAP,
                Interval.FEWEST_ROUNDS),
            "A speed ratio compares the two sides within each round, and averages the logarithms;"
                + " where there are several sizes, over all of them. Above 1, the first one is"
                + " faster. Where its interval holds 1, no difference was detected.",
            "An invalid trial enters no mean and no interval; a suspect one does, and is marked."
                + " A missing trial is stated, and never counts as zero."));
  }

  private void limits() {
    page.heading(2, "Limits");
    page.bullets(
        List.of(
            "Client and servers share one machine and talk over loopback: no network card, no wire."
                + " Which cores they use decides latency, so different placements are never in one"
                + " figure.",
            "Every load is a closed loop: a slow answer delays the next request. Times are service"
                + " times; a tail under a fixed rate of arrivals would be longer.",
            "That the original report's single-thread and many-thread scripts connected once per"
                + " operation is our inference; it does not print them.",
            "Intervals cover what varies between rounds of this run, not what varies between"
                + " machines or days; many comparisons on one page make one chance find likelier."));
  }
}
