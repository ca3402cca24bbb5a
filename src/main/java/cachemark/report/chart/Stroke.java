// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Lines of one style of which each begins where the one before it ends: drawn as one. */
final class Stroke {
  private static final Set<String> ATTRIBUTES = Set.of("class", "x1", "y1", "x2", "y2");

  private final String style;
  private final List<String> points = new ArrayList<>();

  private Stroke(Map<String, String> line) {
    this.style = line.getOrDefault("class", "");
    points.add(start(line));
    points.add(end(line));
  }

  /** Whether an element with these attributes, which are rounded already, can be joined. */
  static boolean canBe(String name, Map<String, String> attributes) {
    return name.equals("line") && attributes.keySet().equals(ATTRIBUTES);
  }

  static Stroke of(Map<String, String> line) {
    return new Stroke(line);
  }

  /**
   * Goes on with {@code line}; false, and unchanged, if that begins elsewhere or looks different.
   */
  boolean joins(Map<String, String> line) {
    if (!style.equals(line.get("class")) || !start(line).equals(points.get(points.size() - 1))) {
      return false;
    }
    if (!end(line).equals(points.get(points.size() - 1))) {
      points.add(end(line));
    }
    return true;
  }

  void write(XMLStreamWriter out) throws XMLStreamException {
    out.writeEmptyElement("polyline");
    out.writeAttribute("class", style);
    out.writeAttribute("points", String.join(" ", points));
  }

  private static String start(Map<String, String> line) {
    return line.get("x1") + "," + line.get("y1");
  }

  private static String end(Map<String, String> line) {
    return line.get("x2") + "," + line.get("y2");
  }
}
