// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.chart.Charts;
import cachemark.report.chart.Picture;
import cachemark.report.figure.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a figure's pictures.
 *
 * @param names of the files, in the order to show them
 * @param elements the same drawings for a page, by their names without an ending
 * @param failure why there are none; empty where there are
 */
record Pictures(List<String> names, Map<String, String> elements, String failure) {
  Pictures {
    names = List.copyOf(names);
    elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
  }

  /**
   * Draws {@code figure}; what cannot be drawn is a failure in words.
   *
   * @param folder for its files, or null where it gets none
   * @throws UncheckedIOException if a file cannot be written
   */
  static Pictures draw(Charts charts, Figure figure, @Nullable Path folder) {
    return draw(() -> charts.draw(figure), folder);
  }

  /** Draws what {@code drawn} returns in the same way. */
  static Pictures draw(Drawing drawn, @Nullable Path folder) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Map<String, String> elements = new LinkedHashMap<>();
    try {
      for (Picture picture : drawn.pictures()) {
        elements.put(picture.name(), picture.element());
        if (folder != null) {
          files.put(picture.name() + ".png", picture.png());
          files.put(picture.name() + ".svg", picture.svg());
        }
      }
    } catch (IOException | RuntimeException e) {
      return failed(String.valueOf(e.getMessage()));
    }
    if (folder != null) {
      store(files, folder);
    }
    return new Pictures(List.copyOf(files.keySet()), elements, "");
  }

  /** Draws pictures in memory. */
  interface Drawing {
    List<Picture> pictures() throws IOException;
  }

  private static void store(Map<String, byte[]> files, Path folder) {
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        WholeFile.write(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Pictures failed(String failure) {
    return new Pictures(List.of(), Map.of(), failure);
  }

  /** Those of {@code figure} among {@code all}, which are by the figures' ids. */
  static Pictures of(Figure figure, Map<String, Pictures> all) {
    return all.getOrDefault(figure.id(), failed("it was not drawn"));
  }
}
