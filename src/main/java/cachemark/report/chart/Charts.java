// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Figure;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Timeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Draws figures, in memory. */
public final class Charts {
  private final List<String> notes;

  /** Charts with the given lines at their feet, after each figure's own. */
  public Charts(List<String> notes) {
    this.notes = List.copyOf(notes);
  }

  /**
   * Draws {@code figure}, and again with a logarithmic axis where one series flattens another.
   *
   * @return the picture of the figure's name first, the one by factors, if any, after it
   */
  public List<Picture> draw(Figure figure) throws IOException {
    List<Picture> pictures = new ArrayList<>();
    pictures.add(picture(figure, figure.id(), false));
    if (figure.panels().stream().anyMatch(Charts::needsTwin)) {
      pictures.add(picture(figure, figure.id() + "-log", true));
    }
    return pictures;
  }

  /** Draws what came of operations over time. */
  public static Picture draw(Timeline timeline) throws IOException {
    String answer = timeline.finding().headline();
    String label = answer.isEmpty() ? timeline.heading() : timeline.heading() + ": " + answer;
    return new Picture(timeline.id(), label, new TimelinePainter(timeline));
  }

  /**
   * The custom properties of the colours of {@link Picture#element} with their values for dark
   * paper: CSS declarations, a line each, for a rule such as {@code :root} within a media query.
   * Without them the colours are those for light paper.
   */
  public static String darkColours() {
    return Palette.dark();
  }

  private Picture picture(Figure figure, String name, boolean logarithmic) throws IOException {
    FigurePainter painter = new FigurePainter(figure, notes(figure, logarithmic), logarithmic);
    return new Picture(name, label(figure), painter);
  }

  private static String label(Figure figure) {
    String answer = figure.finding().headline();
    return answer.isEmpty() ? figure.heading() : figure.heading() + ": " + answer;
  }

  private static boolean needsTwin(Panel panel) {
    return panel.flattens() && !panel.growsByFactors() && !panel.axis().isHorizontal();
  }

  private List<String> notes(Figure figure, boolean logarithmic) {
    List<String> all = new ArrayList<>();
    all.add(Legend.of(figure, logarithmic));
    all.add(String.join(" · ", figure.conditions()));
    all.addAll(notes);
    return all;
  }
}
