// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.block.Block;
import cachemark.report.chart.Charts;
import cachemark.report.figure.Figure;
import cachemark.report.html.Badge;
import cachemark.report.html.Fact;
import cachemark.report.html.FigureCard;
import cachemark.report.html.Html;
import cachemark.report.html.LoadModel;
import cachemark.report.html.Tone;
import cachemark.report.html.Traits;
import cachemark.result.ResultException;
import cachemark.result.RunState;
import cachemark.result.ServerFacts;
import cachemark.result.Verdict;
import cachemark.result.load.LoadRecord;
import cachemark.result.load.LoadTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A stored load as a page, as markdown and as a chart. The same load gives the same bytes. */
public final class LoadReport {
  private final LoadRecord load;
  private final Figure figure;
  private final Path folder;

  private LoadReport(LoadRecord load, Path folder) {
    this.load = load;
    this.figure = new LoadFigure(load).figure();
    this.folder = folder;
  }

  /**
   * Writes the page, {@code report.md} and the chart of {@code load} into a folder of its name.
   *
   * @return the page that people open
   * @throws ResultException if the folder cannot be written, or the load has no step to show
   */
  public static Path write(LoadRecord load, Path chartsFolder) {
    if (load.steps().isEmpty()) {
      throw new ResultException(
          "the load " + load.runId() + " was stopped before anything counted");
    }
    try {
      Path folder = Files.createDirectories(Report.folder(chartsFolder, load.runId()));
      return new LoadReport(load, folder).write();
    } catch (IOException | UncheckedIOException e) {
      throw new ResultException("the report cannot be written: " + e.getMessage(), e);
    }
  }

  private Path write() throws IOException {
    Pictures drawn = Pictures.draw(new Charts(List.of()), figure, folder);
    WholeFile.write(folder.resolve("report.md"), text(drawn.names()));
    String page = Html.of(model(drawn), Charts.darkColours());
    return WholeFile.write(folder.resolve(Report.PAGE), page);
  }

  private String text(List<String> pictures) {
    Markdown page = new Markdown();
    page.heading(1, "cachemark: load " + load.runId());
    List<List<String>> rows = new ArrayList<>();
    facts().forEach(fact -> rows.add(List.of(fact.name(), fact.value())));
    page.add(List.of(new Block.Table("ll", List.of("Load", load.runId()), rows)));
    page.heading(2, figure.heading());
    pictures.stream()
        .filter(name -> name.endsWith(".png"))
        .forEach(name -> page.paragraph("![" + figure.heading() + "](" + name + ")"));
    page.add(words());
    page.add(LoadWords.steps(load));
    page.add(environment());
    page.add(LoadWords.method(load));
    return page.toString().stripTrailing() + "\n";
  }

  private LoadModel model(Pictures drawn) {
    FigureCard card =
        new FigureCard(
            figure.id(),
            figure.heading(),
            drawn.elements().values().stream()
                .map(svg -> new FigureCard.Drawing("log", svg))
                .toList(),
            drawn.names(),
            drawn.failure(),
            words(),
            List.of(),
            Traits.of(List.of()));
    List<Block> method = new ArrayList<>(environment());
    method.addAll(LoadWords.method(load));
    return new LoadModel(load.runId(), badge(), facts(), card, LoadWords.steps(load), method);
  }

  private List<Block> words() {
    List<Block> words = new ArrayList<>();
    LoadWords.conclusion(load)
        .ifPresent(said -> words.add(new Block.Paragraph("Found:", said + ".")));
    words.add(new Block.Paragraph(figure.caption()));
    words.add(new Block.Paragraph("Conditions: " + String.join(", ", figure.conditions()) + "."));
    return words;
  }

  private List<Block> environment() {
    List<ServerFacts> servers = new ArrayList<>();
    servers.add(load.server());
    if (load.database() != null) {
      servers.add(load.database());
    }
    return new EnvironmentSection(load.machine(), load.floors(), List.of(), servers).blocks();
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Started", HeadSection.DATE.format(load.startedAt())));
    facts.addAll(servers());
    if (load.settings().trace() != null) {
      facts.add(new Fact("Requests", load.settings().trace().words()));
    }
    facts.add(new Fact("Steps", Integer.toString(load.steps().size())));
    facts.add(new Fact("Seed", Long.toString(load.settings().seed())));
    facts.add(
        new Fact(
            "Build",
            load.build().version()
                + ", commit "
                + load.build().commit()
                + (load.build().dirty() ? " with changes" : "")));
    return facts;
  }

  private List<Fact> servers() {
    LoadTable table = load.settings().table();
    if (table == null) {
      String server = load.settings().dialectLabel() + " " + load.server().version();
      return List.of(new Fact("Server", server));
    }
    ServerFacts database = load.database();
    String first = load.server().name() + " " + load.server().version();
    return database == null
        ? List.of(new Fact("Database", first + ", no cache"))
        : List.of(
            new Fact("Cache", first),
            new Fact("Database", database.name() + " " + database.version()));
  }

  private Badge badge() {
    if (load.state() != RunState.COMPLETE) {
      return new Badge("stopped before its end", Tone.DOUBT);
    }
    if (load.steps().stream().anyMatch(step -> step.verdict() == Verdict.INVALID)) {
      return new Badge("INVALID", Tone.BAD);
    }
    return load.steps().stream().allMatch(step -> step.verdict() == Verdict.VALID)
        ? new Badge("valid", Tone.GOOD)
        : new Badge("suspect", Tone.DOUBT);
  }
}
