// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachemark.result.ResultException;
import cachemark.result.StoredRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportTest {
  private static final Path GOLDEN = Path.of("src/test/resources/cachemark/report");

  private final Locale before = Locale.getDefault();

  @TempDir Path folder;

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  /** To accept a changed file, copy the one that the message names over the golden one. */
  @ParameterizedTest
  @CsvSource({
    "'', report.md", "de, report.md", "ru, report.md", "ar-EG, report.md",
    "'', junit.xml", "de, junit.xml", "ru, junit.xml", "ar-EG, junit.xml"
  })
  void filesAreTheSameInEveryLocale(String locale, String name) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(locale));
    Report.write(SyntheticRuns.golden(), folder);
    Path file = folder.resolve("golden").resolve(name);
    Path copy =
        Files.copy(
            file,
            Files.createDirectories(Path.of("target")).resolve(name),
            StandardCopyOption.REPLACE_EXISTING);
    assertThat(Files.readString(file))
        .as("%s", copy)
        .isEqualTo(Files.readString(GOLDEN.resolve(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "ru", "ar-EG"})
  void thePageIsTheSameInEveryLocale(String locale) throws IOException {
    String page = Files.readString(Report.write(SyntheticRuns.golden(), folder).page());
    Locale.setDefault(Locale.forLanguageTag(locale));
    Path again = Report.write(SyntheticRuns.golden(), folder.resolve("again")).page();
    assertThat(Files.readString(again)).isEqualTo(page);
  }

  static Stream<StoredRun> runs() {
    return Stream.of(
        SyntheticRuns.apart(),
        SyntheticRuns.troubled(5),
        SyntheticRuns.clients(5),
        SyntheticTables.tables("tables", 5, "MariaDB"),
        SyntheticTables.operations("once", 1),
        SyntheticTables.operations("operations", 5),
        SyntheticTables.troubled(),
        SyntheticRuns.alone(),
        SyntheticRuns.empty());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyPictureIsWhole(StoredRun run) throws Exception {
    for (Path file : Report.write(run, folder).files()) {
      byte[] bytes = Files.readAllBytes(file);
      if (file.toString().endsWith(".png")) {
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isGreaterThan(1000);
      } else if (file.toString().endsWith(".svg")) {
        var svg =
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes));
        NodeList words = svg.getElementsByTagName("text");
        assertThat(words.getLength()).isGreaterThan(5);
        for (int i = 0; i < words.getLength(); i++) {
          assertThat(((Element) words.item(i)).getAttribute("style"))
              .contains("font-family:'DejaVu Sans',Verdana,sans-serif;")
              .doesNotContain("\"");
        }
      }
    }
  }

  @Test
  void theSameRunGivesTheSameBytes() throws IOException {
    StoredRun run = SyntheticRuns.golden();
    List<Path> first = Report.write(run, folder.resolve("first")).files();
    List<Path> second = Report.write(run, folder.resolve("second")).files();
    assertThat(first).hasSameSizeAs(second).hasSizeGreaterThan(3);
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i)).hasSameBinaryContentAs(first.get(i));
    }
  }

  @Test
  void nothingHalfWrittenIsLeft() throws IOException {
    Report.write(SyntheticRuns.golden(), folder);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }

  @Test
  void aRunIdCannotLeaveTheFolder() {
    StoredRun run = new RunBuilder("../elsewhere", 1).build();
    assertThatThrownBy(() -> Report.write(run, folder))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining("../elsewhere");
  }
}
