// SPDX-License-Identifier: Apache-2.0
package cachemark.report.html;

import cachemark.report.block.Block;
import java.util.List;

/**
 * A figure.
 *
 * @param id unique on the page
 * @param heading what it shows
 * @param drawings of it, the one with even steps first
 * @param files the same pictures as files
 * @param failure why there is no drawing; else empty
 * @param words how to read it
 * @param numbers behind it
 * @param traits to find it by
 */
public record FigureCard(
    String id,
    String heading,
    List<Drawing> drawings,
    List<String> files,
    String failure,
    List<Block> words,
    List<Block> numbers,
    Traits traits) {
  /**
   * A drawing as an SVG element.
   *
   * @param scale {@code linear} or {@code log}
   * @param svg markup, made by the charts
   */
  public record Drawing(String scale, String svg) {}

  public FigureCard {
    drawings = List.copyOf(drawings);
    files = List.copyOf(files);
    words = List.copyOf(words);
    numbers = List.copyOf(numbers);
  }

  /** Whether there is one with steps by factors beside the other. */
  public boolean hasTwin() {
    return drawings.size() > 1;
  }
}
