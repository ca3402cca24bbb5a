// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.block.Block;
import cachemark.report.catalogue.Floor;
import cachemark.report.chart.SharedStyles;
import cachemark.report.claims.JudgedClaim;
import cachemark.report.claims.Standing;
import cachemark.report.figure.Figure;
import cachemark.report.html.Badge;
import cachemark.report.html.ClaimRow;
import cachemark.report.html.Fact;
import cachemark.report.html.FigureCard;
import cachemark.report.html.Filter;
import cachemark.report.html.PageModel;
import cachemark.report.html.Tone;
import cachemark.result.StoredRun;
import cachemark.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The page {@code index.html}, put together of what {@code report.md} says and more. */
final class HtmlPage {
  private final StoredRun run;
  private final Floor floor;
  private final List<JudgedClaim> claims;
  private final List<Figure> figures;
  private final Map<String, Pictures> pictures;

  HtmlPage(
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

  PageModel model() {
    SharedStyles styles = new SharedStyles();
    CostSection costs = new CostSection(run.mainTrials());
    return new PageModel(
        run.head().runId(),
        badge(),
        facts(),
        run.warnings(),
        Answers.of(figures),
        claims.stream().map(HtmlPage::claim).toList(),
        figures.stream().map(figure -> figure(figure, styles)).toList(),
        new CostRows(costs.cells()).rows(),
        costs.words(),
        untitled(new TrustSection(run).blocks()),
        new TrialSections(run, figures).blocks(),
        new CellCards(run).cards(),
        untitled(new EnvironmentSection(run).blocks()),
        MethodSection.blocks(),
        Filter.of(CellTraits.of(run.mainTrials())));
  }

  /** What has a title of its own on the page. */
  private static List<Block> untitled(List<Block> blocks) {
    return blocks.isEmpty() ? blocks : blocks.subList(1, blocks.size());
  }

  private Badge badge() {
    RunWords words = new RunWords(run);
    if (words.count(Verdict.INVALID) > 0) {
      return new Badge(words.count(Verdict.INVALID) + " INVALID, " + words.state(), Tone.BAD);
    }
    return new Badge(words.state(), words.isComplete() ? Tone.GOOD : Tone.DOUBT);
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    new HeadSection(run).rows().forEach(row -> facts.add(new Fact(row.get(0), row.get(1))));
    return facts;
  }

  private static ClaimRow claim(JudgedClaim claim) {
    return new ClaimRow(
        claim.id(),
        claim.claim(),
        claim.standing().label(),
        tone(claim.standing()),
        ClaimSection.measured(claim),
        claim.standing() == Standing.NOT_RUN ? List.of() : claim.beside(),
        claim.why());
  }

  private static Tone tone(Standing standing) {
    return switch (standing) {
      case REPRODUCED -> Tone.GOOD;
      case CONTRADICTED -> Tone.BAD;
      case INCONCLUSIVE -> Tone.DOUBT;
      case NOT_RUN -> Tone.PLAIN;
    };
  }

  private FigureCard figure(Figure figure, SharedStyles styles) {
    FigureSection section = new FigureSection(figure, run.head().plan().rounds(), floor);
    Pictures drawn = Pictures.of(figure, pictures);
    List<FigureCard.Drawing> drawings = new ArrayList<>();
    drawn
        .elements()
        .forEach(
            (name, svg) ->
                drawings.add(
                    new FigureCard.Drawing(
                        name.equals(figure.id()) ? "linear" : "log", styles.once(svg))));
    return new FigureCard(
        figure.id(),
        figure.heading(),
        drawings,
        drawn.names(),
        drawn.failure(),
        section.words(),
        section.numbers(),
        CellTraits.of(figure.trials()));
  }
}
