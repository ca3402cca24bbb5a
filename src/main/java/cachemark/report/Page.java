// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static cachemark.report.Markdown.plain;

import cachemark.report.block.Block;
import cachemark.report.claims.JudgedClaim;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Finding;
import cachemark.result.RunRecord;
import cachemark.result.StoredRun;
import cachemark.result.Verdict;
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
  private final List<JudgedClaim> claims;
  private final List<Figure> figures;
  private final Map<String, Pictures> pictures;
  private final Markdown page = new Markdown();

  Page(
      StoredRun run,
      List<JudgedClaim> claims,
      List<Figure> figures,
      Map<String, Pictures> pictures) {
    this.run = run;
    this.claims = List.copyOf(claims);
    this.figures = List.copyOf(figures);
    this.pictures = Map.copyOf(pictures);
  }

  String text() {
    head();
    answers();
    page.add(new ClaimSection(claims).blocks());
    for (Figure figure : figures) {
      figure(figure, picturesOf(figure));
    }
    page.add(new CostSection(run.mainTrials()).blocks());
    page.add(new TrustSection(run).blocks());
    page.add(new TrialSections(run, figures).blocks());
    page.add(new EnvironmentSection(run.head()).blocks());
    page.add(MethodSection.blocks());
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
    page.add(List.of(new Block.Table("ll", List.of("Run", head.runId()), rows)));
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

  private void figure(Figure figure, Pictures drawn) {
    page.heading(2, figure.heading() + ": " + figure.id());
    if (!drawn.failure().isEmpty()) {
      page.paragraph(
          "**The chart " + plain(figure.id()) + " could not be drawn:** " + plain(drawn.failure()));
    }
    drawn.names().stream()
        .filter(name -> name.endsWith(".png"))
        .forEach(name -> page.paragraph("![" + plain(figure.heading()) + "](" + name + ")"));
    FigureSection section = new FigureSection(figure, run.head().plan().rounds());
    page.add(section.words());
    page.add(section.numbers());
  }
}
