// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.compare.Comparison;
import cachemark.compare.Terms;
import cachemark.compare.side.CellKey;
import cachemark.compare.side.SideBuilder;
import cachemark.report.SpeedCharts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Every format against its golden file, and what no golden file can hold. */
final class FormatsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/cachemark/compare");

  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  /** To accept a changed text, copy the file that the message names over the golden one. */
  @ParameterizedTest
  @ValueSource(strings = {"", "de", "ru", "ar-EG"})
  void everyFormatIsTheSameInEveryLocale(String locale) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(locale));
    Comparison all = Comparisons.all();
    assertGolden("compare.txt", TextFormat.of(all, 0, Ink.NONE));
    assertGolden("compare-100.txt", TextFormat.of(all, 100, Ink.NONE));
    assertGolden("compare.md", MarkdownFormat.of(all, MarkdownFormat.COMMENT_BYTES));
    assertGolden("compare.json", JsonFormat.of(all));
    assertGolden("compare.xml", JUnitFormat.of(all));
    Comparison none = Comparisons.incomparable();
    assertGolden("incomparable.txt", TextFormat.of(none, 100, Ink.NONE));
    assertGolden("incomparable.md", MarkdownFormat.of(none, MarkdownFormat.COMMENT_BYTES));
    assertGolden("incomparable.json", JsonFormat.of(none));
    assertGolden("incomparable.xml", JUnitFormat.of(none));
  }

  private static void assertGolden(String name, String text) throws IOException {
    Path copy = Files.createDirectories(Path.of("target", "compare")).resolve(name);
    Files.writeString(copy, text);
    assertThat(text).as("%s", copy).isEqualTo(Files.readString(GOLDEN.resolve(name)));
  }

  @Test
  void aTerminalIsNotLeftToTheRight() {
    assertThat(TextFormat.of(Comparisons.all(), 100, Ink.NONE).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void coloursChangeNothingButColours() {
    Ink ink = (tone, words) -> "<" + tone + ">" + words + "</>";
    String coloured = TextFormat.of(Comparisons.all(), 100, ink);
    assertThat(coloured).contains("<BAD>Slower, measured again (1)</>");
    assertThat(coloured.replaceAll("<(BAD|GOOD|DOUBTFUL|/)>", ""))
        .isEqualTo(TextFormat.of(Comparisons.all(), 100, Ink.NONE));
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 2000, 10_000, MarkdownFormat.COMMENT_BYTES})
  void markdownKeepsTheMostImportantWhereNotAllFits(int mostBytes) {
    String text = MarkdownFormat.of(Comparisons.many(2000), mostBytes);
    assertThat(text.getBytes(UTF_8).length).isLessThanOrEqualTo(mostBytes);
    assertThat(text).contains("#### Slower, measured again (1)", "REDIS");
    int shown = (int) text.lines().filter(line -> line.contains("MEMCACHED")).count();
    assertThat(text)
        .endsWith("\nRows left out, because no more fits here: " + (2000 - shown) + "\n");
  }

  @Test
  void markdownThatFitsIsWhole() {
    assertThat(MarkdownFormat.of(Comparisons.many(2000), MarkdownFormat.JOB_SUMMARY_BYTES).lines())
        .filteredOn(line -> line.contains("MEMCACHED"))
        .hasSize(2000);
  }

  @Test
  void aBenchmarkIsNamedAsShortAsIsClear() {
    assertThat(named("a.b.First.run", "a.b.Second.run"))
        .contains("First.run", "Second.run")
        .doesNotContain("a.b.");
    assertThat(named("a.b.First.run", "c.First.run")).contains("a.b.First.run", "c.First.run");
    assertThat(named("One.run", "run")).contains("One.run", "run");
  }

  private static String named(String... benchmarks) {
    return TextFormat.of(ofBenchmarks(benchmarks), 0, Ink.NONE);
  }

  private static Comparison ofBenchmarks(String... benchmarks) {
    SideBuilder side = new SideBuilder("side");
    for (String benchmark : benchmarks) {
      side.steady(new CellKey(benchmark, "ss", 1, new TreeMap<>()), 1, 5);
    }
    return Comparison.ofRuns(side.build(), side.build(), Terms.usual());
  }

  @Test
  void jsonIsAnObjectWithAVersion() throws IOException {
    JsonNode json = new ObjectMapper().readTree(JsonFormat.of(Comparisons.all()));
    assertThat(json.path("schemaVersion").asInt()).isEqualTo(1);
    assertThat(json.path("regression").asBoolean()).isTrue();
    assertThat(json.path("cells")).hasSize(7);
  }

  @Test
  void aPageHasEveryCellAndTakesNoMarkup() {
    String page = page(Comparisons.all());
    assertThat(page)
        .contains("Slower, measured again (1)")
        .contains("<span class=\"badge bad\">SLOWER</span>");
    assertThat(page.split("<tr data-is=", -1)).hasSize(Comparisons.all().rows().size() + 1);
    assertThat(page).contains("<figure id=\"speed-figure-3.3.1-today\"", "role=\"img\"");
    assertThat(page(Comparisons.incomparable())).contains("NOT COMPARABLE");
    assertThat(page(ofBenchmarks("<script>alert(1)</script>")))
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert");
  }

  private static String page(Comparison comparison) {
    return HtmlFormat.of(comparison, SpeedCharts.onThePage());
  }

  @Test
  void xmlCanBeReadWhateverTheNamesHold() throws Exception {
    var xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(JUnitFormat.of(Comparisons.all()).getBytes(UTF_8)));
    Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("tests"))
        .isEqualTo("" + xml.getElementsByTagName("testcase").getLength());
    assertThat(suite.getAttribute("failures"))
        .isEqualTo("" + xml.getElementsByTagName("failure").getLength());
    assertThat(suite.getAttribute("errors"))
        .isEqualTo("" + xml.getElementsByTagName("error").getLength());
    assertThat(suite.getAttribute("skipped"))
        .isEqualTo("" + xml.getElementsByTagName("skipped").getLength());
  }
}
