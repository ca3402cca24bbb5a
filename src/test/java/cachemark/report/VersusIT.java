// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.Isolated;
import cachemark.compare.Comparison;
import cachemark.compare.Terms;
import cachemark.compare.format.HtmlFormat;
import cachemark.compare.source.Readings;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** The page of a comparison, with its figures, in a real browser. */
@Isolated
final class VersusIT {
  @TempDir private static Path folder;

  private static ChromeDriver browser;
  private static String url;

  @BeforeAll
  static void open() throws IOException {
    browser = Browser.open();
    Comparison along =
        Comparison.along(
            Readings.of(Path.of("results", "reference-quick")).main(), "store", Terms.usual());
    Path page = folder.resolve("index.html");
    Files.writeString(page, HtmlFormat.of(along, SpeedCharts.in(folder)));
    url = page.toUri().toString();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1440})
  void nobodyHasToScrollSideways(int width) {
    show(width);
    assertThat((Long) browser.executeScript("return document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
  }

  @Test
  void everyFigureIsThereWithItsFiles() {
    show(1440);
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    assertThat(browser.findElements(By.cssSelector("figure svg[role=img]"))).isNotEmpty();
    assertThat(browser.findElements(By.cssSelector("figure figcaption a")))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(folder.resolve(link.getText())).isNotEmptyFile());
  }

  @Test
  void everybodyCanUseIt() {
    show(1440);
    browser.executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
    List<Rule> violations =
        new AxeBuilder()
            .analyze(browser).getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .toList();
    assertThat(violations)
        .as("%s", violations.stream().map(rule -> rule.getId() + rule.getNodes()).toList())
        .isEmpty();
  }

  private static void show(int width) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    browser.get(url);
  }
}
