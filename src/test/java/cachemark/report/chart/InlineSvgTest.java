// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.report.SyntheticRuns;
import cachemark.report.SyntheticTables;
import cachemark.report.catalogue.Figures;
import cachemark.report.figure.Axis;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Named;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Point;
import cachemark.report.figure.Quantity;
import cachemark.report.figure.Reading;
import cachemark.report.figure.Series;
import cachemark.report.figure.SeriesKey;
import cachemark.result.StoredRun;
import cachemark.result.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class InlineSvgTest {
  private static final Pattern COLOUR =
      Pattern.compile("(?:fill|stroke|color|stop-color):([^;}]+)(?:;|})");
  private static final String PROPERTY = "var\\(--chart-[a-z-]+,#[0-9a-f]{6}\\)";
  private static final Pattern RULE = Pattern.compile("\\.(c[0-9a-z]+)\\{([^}]*)}");
  private static final Pattern REFERENCE = Pattern.compile("url\\(#([^)]+)\\)");
  private static final String EVIL = "<script>alert(\"rgb(1,2,3) & url(#x)\")</script>";

  private static final Charts CHARTS = new Charts(List.of("a note"));

  /** All pictures of a page, by name, for several pages. */
  private static List<Map<String, String>> pages = List.of();

  @BeforeAll
  static void draw() throws IOException {
    List<Map<String, String>> drawn = new ArrayList<>();
    for (StoredRun run :
        List.of(
            SyntheticRuns.whole("whole", 2, 40),
            SyntheticRuns.troubled(5),
            SyntheticRuns.clients(5),
            SyntheticTables.tables("tables", 2, "MariaDB"),
            SyntheticTables.operations("operations", 2))) {
      Map<String, String> page = new LinkedHashMap<>();
      for (Figure figure : Figures.of(run)) {
        page.putAll(elements(figure));
      }
      drawn.add(page);
    }
    pages = drawn;
  }

  @Test
  void everyColourIsAPropertyThatIsDeclared() throws Exception {
    Set<String> declared =
        Charts.darkColours()
            .lines()
            .map(line -> "var(" + line.substring(0, line.indexOf(":")))
            .collect(Collectors.toSet());
    for (Map<String, String> page : pages) {
      for (String svg : page.values()) {
        for (Element element : elements(svg)) {
          assertThat(element.hasAttribute("fill")).isFalse();
          assertThat(element.hasAttribute("stroke")).isFalse();
        }
        assertThat(colours(svg)).isNotEmpty();
        for (String colour : colours(svg)) {
          assertThat(colour).matches("none|" + PROPERTY);
          assertThat(colour.equals("none") || declared.contains(colour.split(",", -1)[0]))
              .as(colour)
              .isTrue();
        }
      }
    }
  }

  @Test
  void noTwoPicturesOfAPageShareAnId() throws Exception {
    for (Map<String, String> page : pages) {
      Set<String> seen = new HashSet<>();
      for (Map.Entry<String, String> picture : page.entrySet()) {
        Set<String> own = new HashSet<>();
        Set<String> used = new HashSet<>();
        for (Element element : elements(picture.getValue())) {
          if (element.hasAttribute("id")) {
            String id = element.getAttribute("id");
            assertThat(id).startsWith(picture.getKey() + "-");
            assertThat(seen.add(id)).as(id).isTrue();
            own.add(id);
          }
          REFERENCE
              .matcher(element.getAttribute("clip-path"))
              .results()
              .forEach(found -> used.add(found.group(1)));
        }
        assertThat(own).containsAll(used);
      }
      assertThat(seen).isNotEmpty();
    }
  }

  @Test
  void aClassMeansTheSameInAllPictures() throws Exception {
    Map<String, String> rules = new HashMap<>();
    for (Map<String, String> page : pages) {
      for (String svg : page.values()) {
        Set<String> own = new HashSet<>();
        RULE.matcher(svg)
            .results()
            .forEach(
                rule -> {
                  own.add(rule.group(1));
                  assertThat(rules.putIfAbsent(rule.group(1), rule.group(2)))
                      .isIn(null, rule.group(2));
                });
        assertThat(elements(svg))
            .allMatch(
                element ->
                    !element.hasAttribute("class") || own.contains(element.getAttribute("class")));
      }
    }
    assertThat(rules).hasSizeGreaterThan(20);
  }

  @Test
  void itHasTheNamesOfTheFilesAndTheTwin() throws Exception {
    List<Figure> figures = Figures.of(SyntheticRuns.whole("whole", 2, 40));
    Figure figure =
        figures.stream().filter(one -> one.id().equals("latency-get-today")).findFirst().get();

    assertThat(elements(figure).keySet())
        .containsExactly("latency-get-today", "latency-get-today-log");
  }

  @Test
  void itIsOneElementThatIsAsWideAsItsPlaceAndSaysWhatItIs() throws Exception {
    Figure figure = figure("Reads");
    String svg = elements(figure).get("id");
    assertThat(svg).startsWith("<svg ").doesNotContain("<?xml").doesNotContain("<!DOCTYPE");

    Element root = elements(svg).get(0);
    assertThat(root.getAttribute("viewBox")).startsWith("0 0 960 ");
    assertThat(root.getAttribute("style")).startsWith("width:100%;height:auto;");
    assertThat(root.hasAttribute("width")).isFalse();
    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(root.getAttribute("aria-label")).isEqualTo("Reads: an answer");
    Element title = elements(svg).get(1);
    assertThat(title.getTagName()).isEqualTo("title");
    assertThat(title.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(title.getTextContent()).isEqualTo("Reads: an answer");
  }

  @Test
  void namesAreWordsAndNeverMarkup() throws Exception {
    String svg = elements(figure(EVIL)).get("id");

    assertThat(svg).doesNotContain("<script");
    assertThat(elements(svg)).noneMatch(element -> element.getTagName().equals("script"));
    assertThat(elements(svg).get(0).getAttribute("aria-label")).startsWith(EVIL);
    assertThat(elements(svg).get(1).getTextContent()).startsWith(EVIL);
    assertThat(elements(svg)).extracting(Element::getTextContent).contains(EVIL);
  }

  private static Map<String, String> elements(Figure figure) throws IOException {
    Map<String, String> elements = new LinkedHashMap<>();
    for (Picture picture : CHARTS.draw(figure)) {
      elements.put(picture.name(), picture.element());
    }
    return elements;
  }

  private static Figure figure(String name) {
    SeriesKey key = new SeriesKey(new Named("REDIS", name), Named.NOTHING, "");
    List<Reading> readings =
        List.of(new Reading(1, 2, Verdict.VALID), new Reading(2, 3, Verdict.SUSPECT));
    List<Point> points = List.of(new Point(1, readings), new Point(2, readings));
    Panel panel =
        new Panel(
            name,
            Quantity.SERVICE_MICROS,
            Axis.THREADS,
            List.of(new Series(key, name, name, 0, points)),
            List.of(new Panel.Reference(name, 1)));
    return new Figure(
        "id",
        name,
        new Finding(List.of("an answer"), "detail"),
        "",
        List.of(name),
        List.of(panel),
        List.of(),
        List.of());
  }

  /** Those of all rules; no element has a style of its own. */
  private static List<String> colours(String svg) throws Exception {
    List<Element> elements = elements(svg);
    assertThat(elements.subList(1, elements.size()))
        .noneMatch(element -> element.hasAttribute("style"));
    return elements.stream()
        .filter(element -> element.getTagName().equals("style"))
        .flatMap(rules -> COLOUR.matcher(rules.getTextContent()).results())
        .map(found -> found.group(1))
        .toList();
  }

  private static List<Element> elements(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    NodeList nodes =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
            .getElementsByTagName("*");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
