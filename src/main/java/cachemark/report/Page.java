// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static cachemark.report.Markdown.plain;

import cachemark.report.block.Block;
import cachemark.report.catalogue.Floor;
import cachemark.report.claims.JudgedClaim;
import cachemark.report.figure.Figure;
import cachemark.result.RunRecord;
import cachemark.result.StoredRun;
import java.util.List;
import java.util.Map;

/**
 * The page {@code report.md}: answers first, then figures with their numbers, then the fine print.
 */
final class Page {
  private final StoredRun run;
  private final Floor floor;
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
    this.floor = new Floor(run);
    this.claims = List.copyOf(claims);
    this.figures = List.copyOf(figures);
    this.pictures = Map.copyOf(pictures);
  }

  String text() {
    head();
    answers();
    page.add(new ClaimSection(claims).blocks());
    for (Figure figure : figures) {
      figure(figure, Pictures.of(figure, pictures));
    }
    page.add(new CostSection(run.mainTrials()).blocks());
    page.add(new TrustSection(run).blocks());
    page.add(new TrialSections(run, figures).blocks());
    page.add(new EnvironmentSection(run).blocks());
    page.add(MethodSection.blocks());
    return page.toString().stripTrailing() + "\n";
  }

  private void head() {
    RunRecord head = run.head();
    page.heading(1, "cachemark: run " + head.runId());
    page.add(
        List.of(new Block.Table("ll", List.of("Run", head.runId()), new HeadSection(run).rows())));
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
    page.bullets(Answers.distinct(figures).stream().map(Page::answer).toList());
  }

  private static String answer(Figure figure) {
    return "**"
        + plain(figure.heading())
        + "** ("
        + plain(String.join(", ", figure.conditions()))
        + "): "
        + plain(Answers.headline(figure))
        + ". "
        + plain(figure.finding().detail())
        + ".";
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
    FigureSection section = new FigureSection(figure, run.head().plan().rounds(), floor);
    page.add(section.words());
    page.add(section.numbers());
  }
}
