// SPDX-License-Identifier: Apache-2.0
package cachemark.report.html;

import cachemark.report.block.Block;
import java.util.List;

/**
 * Two sides cell by cell; all text is plain.
 *
 * @param title what is compared
 * @param badge what comes of it, in a word or two
 * @param counts how many cells are what
 * @param notes how it was judged, and what a reader has to know
 * @param groups cells of one verdict each, worst first
 * @param figures of the same speeds, in the order of the catalogue
 * @param others tables of the cells that are on one side only, or failed
 * @param filters what can be chosen among
 */
public record VersusModel(
    String title,
    Badge badge,
    String counts,
    List<String> notes,
    List<Group> groups,
    List<FigureCard> figures,
    List<Block> others,
    List<Filter> filters) {

  /**
   * The cells of one verdict.
   *
   * @param heading with their number
   * @param tone of the verdict
   * @param rows worst first
   */
  public record Group(String heading, Tone tone, List<Row> rows) {
    public Group {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One cell.
   *
   * @param cell its name
   * @param base mean of BASE with its unit
   * @param next mean of NEW with its unit
   * @param speed of NEW over that of BASE, in digits
   * @param interval of the speed, in words; empty where there is none
   * @param wouldSee the smallest difference that would have been seen, in words; may be empty
   * @param forest where the interval lies
   * @param traits to find it by
   */
  public record Row(
      String cell,
      String base,
      String next,
      String speed,
      String interval,
      String wouldSee,
      Forest forest,
      Traits traits) {}

  public VersusModel {
    notes = List.copyOf(notes);
    groups = List.copyOf(groups);
    figures = List.copyOf(figures);
    others = List.copyOf(others);
    filters = List.copyOf(filters);
  }
}
