// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Lines that go on from each other, in a drawing that is made fit for a page. */
class StrokeTest {
  private static final String PEN = "style=\"fill:none; stroke:rgb(255,255,255);\"";
  private static final String OTHER_PEN = "style=\"fill:none; stroke:rgb(31,31,31);\"";

  @Test
  void linesThatGoOnAreOne() throws IOException {
    assertThat(drawn(line(PEN, "0 0 1 1") + line(PEN, "1 1 2.04 5") + line(PEN, "2 5 3 0")))
        .contains("points=\"0,0 1,1 2,5 3,0\"")
        .containsOnlyOnce("<polyline");
  }

  @Test
  void aLineThatIsAPointOfTheOneBeforeAddsNothing() throws IOException {
    assertThat(drawn(line(PEN, "0 0 1 1") + line(PEN, "1 1 1.01 1") + line(PEN, "1 1 2 1")))
        .contains("points=\"0,0 1,1 2,1\"");
  }

  @Test
  void linesElsewhereOrOfAnotherColourStayApart() throws IOException {
    assertThat(drawn(line(PEN, "0 0 1 1") + line(PEN, "2 2 3 3") + line(OTHER_PEN, "3 3 4 4")))
        .contains("points=\"0,0 1,1\"", "points=\"2,2 3,3\"", "points=\"3,3 4,4\"");
  }

  @Test
  void theOrderOfElementsStays() throws IOException {
    String drawn = drawn(line(PEN, "0 0 1 1") + "<rect x=\"0\" y=\"0\"/>" + line(PEN, "1 1 2 2"));
    assertThat(drawn.indexOf("0,0 1,1")).isLessThan(drawn.indexOf("<rect"));
    assertThat(drawn.indexOf("1,1 2,2")).isGreaterThan(drawn.indexOf("<rect"));
  }

  /** A line, whose ends are two numbers each. */
  private static String line(String pen, String ends) {
    String[] at = ends.split(" ", -1);
    return String.format(
        "<line %s x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>", pen, at[0], at[1], at[2], at[3]);
  }

  private static String drawn(String elements) throws IOException {
    return InlineSvg.of(
        "<svg xmlns=\"http://www.w3.org/2000/svg\">" + elements + "</svg>", "a", "b");
  }
}
