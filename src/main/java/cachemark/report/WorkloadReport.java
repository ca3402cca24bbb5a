// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.block.Block;
import cachemark.report.chart.Charts;
import cachemark.report.figure.Figure;
import cachemark.report.html.FigureCard;
import cachemark.report.html.Html;
import cachemark.report.html.Traits;
import cachemark.report.html.WorkloadModel;
import cachemark.report.workload.Advice;
import cachemark.report.workload.Chapter;
import cachemark.report.workload.WorkloadStory;
import cachemark.result.ResultException;
import cachemark.result.workload.WorkloadRecord;
import cachemark.stats.Interval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A stored workload as a page, as markdown and as charts. The same one gives the same bytes. */
public final class WorkloadReport {
  private final WorkloadWords words;
  private final WorkloadStory story;
  private final Path folder;

  private WorkloadReport(WorkloadRecord record, Path folder) {
    this.words = new WorkloadWords(record);
    this.story = WorkloadStory.of(record);
    this.folder = folder;
  }

  /**
   * Writes the page, {@code report.md} and a chart for each figure of {@code record} into a folder
   * of its name.
   *
   * @return the page that people open
   * @throws ResultException if the folder cannot be written, or no load has come to its end
   */
  public static Path write(WorkloadRecord record, Path charts) {
    if (record.loads().isEmpty()) {
      throw new ResultException(
          "the workload " + record.runId() + " was stopped before any load had come to its end");
    }
    try {
      Path folder = Files.createDirectories(Report.folder(charts, record.runId()));
      return new WorkloadReport(record, folder).write();
    } catch (IOException | UncheckedIOException e) {
      throw new ResultException("the report cannot be written: " + e.getMessage(), e);
    }
  }

  private Path write() throws IOException {
    Charts charts = new Charts(words.notes());
    Map<String, Pictures> pictures =
        story.chapters().parallelStream()
            .flatMap(chapter -> chapter.figures().stream())
            .collect(
                Collectors.toConcurrentMap(
                    Figure::id, figure -> Pictures.draw(charts, figure, folder)));
    WholeFile.write(folder.resolve("report.md"), text(pictures));
    String page = Html.of(model(pictures), Charts.darkColours());
    return WholeFile.write(folder.resolve(Report.PAGE), page);
  }

  private String text(Map<String, Pictures> pictures) {
    Markdown page = new Markdown();
    page.heading(1, "cachemark: workload " + words.runId());
    page.add(List.of(words.head()));
    page.heading(2, "In short");
    page.add(brief());
    for (Chapter chapter : story.chapters()) {
      page.heading(2, chapter.heading() + ": " + chapter.id());
      for (Figure figure : chapter.figures()) {
        Pictures.of(figure, pictures).names().stream()
            .filter(name -> name.endsWith(".png"))
            .forEach(name -> page.paragraph("![" + figure.heading() + "](" + name + ")"));
        page.add(words(figure));
      }
      page.add(numbers(chapter));
    }
    page.heading(2, "The answer");
    page.add(answer());
    page.add(words.method());
    return page.toString().stripTrailing() + "\n";
  }

  private WorkloadModel model(Map<String, Pictures> pictures) {
    List<WorkloadModel.Chapter> chapters =
        story.chapters().stream()
            .map(
                chapter ->
                    new WorkloadModel.Chapter(
                        "group-" + chapter.id(),
                        chapter.heading(),
                        chapter.figures().stream()
                            .map(figure -> card(figure, Pictures.of(figure, pictures)))
                            .toList(),
                        numbers(chapter)))
            .toList();
    return new WorkloadModel(
        words.runId(), words.badge(), words.facts(), brief(), chapters, answer(), words.method());
  }

  private static FigureCard card(Figure figure, Pictures drawn) {
    return new FigureCard(
        "figure-" + figure.id(),
        figure.heading(),
        drawn.elements().values().stream()
            .map(svg -> new FigureCard.Drawing("linear", svg))
            .toList(),
        drawn.names(),
        drawn.failure(),
        words(figure),
        List.of(),
        Traits.of(List.of()));
  }

  /** What a figure says, for those who do not see it, and how to read it. */
  private static List<Block> words(Figure figure) {
    List<Block> blocks = new ArrayList<>();
    String found = figure.finding().headline();
    if (!found.isEmpty()) {
      blocks.add(new Block.Paragraph("Found:", found + "."));
    }
    if (!figure.finding().detail().isEmpty()) {
      blocks.add(new Block.Paragraph(figure.finding().detail() + "."));
    }
    blocks.addAll(FigureSection.words(figure));
    return blocks;
  }

  /** A group without a picture tells its conditions beside its numbers. */
  private static List<Block> numbers(Chapter chapter) {
    if (!chapter.figures().isEmpty()) {
      return chapter.numbers();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph("No load gave a value that could be drawn."));
    blocks.add(new Block.Paragraph("Conditions: " + String.join(", ", chapter.conditions()) + "."));
    blocks.addAll(chapter.numbers());
    return blocks;
  }

  private List<Block> brief() {
    return List.of(
        new Block.Bullets(
            story.answer().stream()
                .map(one -> one.question() + " " + sentence(one.brief()))
                .toList()),
        new Block.Paragraph(
            String.format(
                Locale.ROOT,
                "In brackets, where nothing else is said: %.0f %% intervals over the rounds. What it"
                    + " rests on stands under The answer.",
                100 * Interval.CONFIDENCE)));
  }

  private static String sentence(String words) {
    return words.endsWith(".") ? words : words + ".";
  }

  private List<Block> answer() {
    List<Block> blocks = new ArrayList<>();
    for (Advice advice : story.answer()) {
      blocks.add(new Block.Heading(3, advice.question()));
      blocks.add(new Block.Paragraph(sentence(advice.answer())));
      if (!advice.evidence().isEmpty()) {
        blocks.add(new Block.Bullets(advice.evidence()));
      }
    }
    return blocks;
  }
}
