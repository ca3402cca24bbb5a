// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.block.Block;
import cachemark.report.chart.Charts;
import cachemark.report.claims.DrillClaims;
import cachemark.report.claims.JudgedClaim;
import cachemark.report.figure.Timeline;
import cachemark.report.html.Badge;
import cachemark.report.html.DrillModel;
import cachemark.report.html.Fact;
import cachemark.report.html.FigureCard;
import cachemark.report.html.Html;
import cachemark.report.html.Tone;
import cachemark.report.html.Traits;
import cachemark.result.ResultException;
import cachemark.result.RunState;
import cachemark.result.drill.DrillRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stored drills as a page, as markdown and as charts. The same drills give the same bytes. */
public final class DrillReport {
  private final DrillRecord record;
  private final DrillWords words;
  private final Path folder;

  private DrillReport(DrillRecord record, Path folder) {
    this.record = record;
    this.words = new DrillWords(record);
    this.folder = folder;
  }

  /**
   * Writes the page, {@code report.md} and a chart for each scenario into a folder of its name.
   *
   * @return the page that people open
   * @throws ResultException if the folder cannot be written
   */
  public static Path write(DrillRecord record, Path chartsFolder) {
    try {
      Path folder = Files.createDirectories(Report.folder(chartsFolder, record.runId()));
      return new DrillReport(record, folder).write();
    } catch (IOException | UncheckedIOException e) {
      throw new ResultException("the report cannot be written: " + e.getMessage(), e);
    }
  }

  private Path write() throws IOException {
    Map<String, Pictures> pictures = new LinkedHashMap<>();
    for (String scenario : record.scenarios()) {
      Timeline timeline = new DrillFigure(record, scenario).timeline();
      pictures.put(scenario, Pictures.draw(() -> List.of(Charts.draw(timeline)), folder));
    }
    WholeFile.write(folder.resolve("report.md"), text(pictures));
    String page = Html.of(model(pictures), Charts.darkColours());
    return WholeFile.write(folder.resolve(Report.PAGE), page);
  }

  private String text(Map<String, Pictures> pictures) {
    Markdown page = new Markdown();
    page.heading(1, "cachemark: drills " + record.runId());
    List<List<String>> rows = new ArrayList<>();
    facts().forEach(fact -> rows.add(List.of(fact.name(), fact.value())));
    page.add(List.of(new Block.Table("ll", List.of("Drills", record.runId()), rows)));
    pictures.forEach(
        (scenario, drawn) -> {
          DrillFigure figure = new DrillFigure(record, scenario);
          page.heading(2, scenario + ": " + figure.heading());
          drawn.names().stream()
              .filter(name -> name.endsWith(".png"))
              .forEach(name -> page.paragraph("![" + figure.heading() + "](" + name + ")"));
          page.add(figureWords(figure));
          page.add(words.scenario(scenario));
        });
    page.add(numbers());
    page.add(method());
    return page.toString().stripTrailing() + "\n";
  }

  private DrillModel model(Map<String, Pictures> pictures) {
    List<FigureCard> cards = new ArrayList<>();
    pictures.forEach((scenario, drawn) -> cards.add(card(scenario, drawn)));
    return new DrillModel(record.runId(), badge(), facts(), cards, numbers(), method());
  }

  private FigureCard card(String scenario, Pictures drawn) {
    DrillFigure figure = new DrillFigure(record, scenario);
    return new FigureCard(
        "drill-" + scenario,
        scenario + ": " + figure.heading(),
        drawn.elements().values().stream()
            .map(svg -> new FigureCard.Drawing("linear", svg))
            .toList(),
        drawn.names(),
        drawn.failure(),
        figureWords(figure),
        words.scenario(scenario),
        Traits.of(List.of()));
  }

  private static List<Block> figureWords(DrillFigure figure) {
    return List.of(
        new Block.Bullets(figure.statements()),
        new Block.Paragraph("Conditions: " + String.join(", ", figure.conditions()) + "."));
  }

  private List<Block> numbers() {
    List<Block> blocks = new ArrayList<>();
    List<JudgedClaim> claims = DrillClaims.of(record);
    blocks.add(new Block.Heading(2, "The report's claims"));
    blocks.add(ClaimSection.table(claims));
    blocks.addAll(words.places());
    blocks.addAll(words.lags());
    blocks.addAll(words.agreements());
    return blocks;
  }

  private List<Block> method() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, "What was drilled"));
    blocks.add(words.subjects());
    blocks.addAll(DrillWords.method());
    blocks.addAll(
        new EnvironmentSection(record.machine(), List.of(), List.of(), record.servers()).blocks());
    return blocks;
  }

  private List<Fact> facts() {
    return List.of(
        new Fact("Started", HeadSection.DATE.format(record.startedAt())),
        new Fact("Drills", Integer.toString(record.drills().size())),
        new Fact("Seed", Long.toString(record.settings().seed())),
        new Fact(
            "Build",
            record.build().version()
                + ", commit "
                + record.build().commit()
                + (record.build().dirty() ? " with changes" : "")));
  }

  private Badge badge() {
    return record.state() == RunState.COMPLETE
        ? new Badge("complete", Tone.GOOD)
        : new Badge("stopped before its end", Tone.DOUBT);
  }
}
