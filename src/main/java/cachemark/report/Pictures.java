// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.figure.Figure;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** Those that could not be drawn. */
  static Pictures failed(String failure) {
    return new Pictures(List.of(), Map.of(), failure);
  }

  /** Those of {@code figure} among {@code all}, which are by the figures' ids. */
  static Pictures of(Figure figure, Map<String, Pictures> all) {
    return all.getOrDefault(figure.id(), failed("it was not drawn"));
  }
}
