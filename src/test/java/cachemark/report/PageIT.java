// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.Isolated;
import cachemark.result.RunReader;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.print.PrintOptions;

/** The pages of the committed reference runs in a real browser. */
@Isolated
final class PageIT {
  @TempDir private static Path folder;

  private static ChromeDriver browser;
  private static String url;
  private static String urlOfTwins;

  @BeforeAll
  static void open() {
    browser = Browser.open();
    url = page("reference-quick");
    urlOfTwins = page("reference-report");
  }

  private static String page(String run) {
    Path results = Path.of("results", run);
    return Report.write(RunReader.read(results), folder).page().toUri().toString();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void load() {
    browser.get("about:blank");
    width(1440);
    browser.get(url);
  }

  @Test
  void nothingFailsAndNothingIsFetched() {
    List<LogEntry> errors = browser.manage().logs().get(LogType.BROWSER).getAll();
    assertThat(errors).isEmpty();
    List<String> requests =
        browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
            .map(LogEntry::getMessage)
            .filter(message -> message.contains("Network.requestWillBeSent\""))
            .toList();
    assertThat(requests).isNotEmpty().allMatch(request -> request.contains("\"url\":\"file:"));
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1440})
  void nobodyHasToScrollSideways(int width) {
    width(width);
    browser.navigate().refresh();
    assertThat(number("return document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
  }

  @Test
  void filtersFilter() {
    long all = visible();
    choose("store", "REDIS");
    assertThat(visible()).isPositive().isLessThan(all);
    assertThat(
            (Boolean)
                browser.executeScript(
                    "return [...document.querySelectorAll('[data-is]')].every(part =>"
                        + " part.hidden !== part.dataset.is.split('|')[0].split(' ').includes('REDIS'))"))
        .isTrue();
    assertThat(browser.findElement(By.id("shown")).getText()).contains(" of ");
    browser.findElement(By.cssSelector("#filters button")).click();
    browser.executeAsyncScript("setTimeout(arguments[0], 50)");
    assertThat(visible()).isEqualTo(all);
  }

  @Test
  void theAddressRestoresWhatWasChosen() {
    choose("store", "REDIS");
    choose("threads", "1");
    choose("scale", "log");
    choose("theme", "dark");
    long chosen = visible();
    String address = browser.getCurrentUrl();
    assertThat(address).endsWith("#store=REDIS&threads=1&scale=log&theme=dark");
    browser.get("about:blank");
    browser.get(address);
    assertThat(visible()).isEqualTo(chosen);
    assertThat(browser.findElement(By.name("store")).getAttribute("value")).isEqualTo("REDIS");
    assertThat(browser.findElement(By.tagName("html")).getAttribute("data-theme"))
        .isEqualTo("dark");
  }

  @Test
  void aLinkWithinThePageLeavesWhatWasChosen() {
    choose("store", "REDIS");
    browser.findElement(By.cssSelector("nav a[href='#cells']")).click();
    assertThat(browser.getCurrentUrl()).endsWith("#store=REDIS");
    assertThat(browser.switchTo().activeElement().getAttribute("id")).isEqualTo("cells");
  }

  @Test
  void scalesAreSwitched() {
    browser.get(urlOfTwins);
    WebElement figure = browser.findElement(By.cssSelector("figure.twins"));
    WebElement linear = figure.findElement(By.cssSelector(".chart.linear"));
    WebElement log = figure.findElement(By.cssSelector(".chart.log"));
    assertThat(linear.isDisplayed()).isTrue();
    assertThat(log.isDisplayed()).isFalse();
    choose("scale", "log");
    assertThat(linear.isDisplayed()).isFalse();
    assertThat(log.isDisplayed()).isTrue();
  }

  @Test
  void darkIsDarkByTheSystemOrByChoice() {
    double light = brightness();
    prefer("dark");
    assertThat(brightness()).isLessThan(light / 4);
    choose("theme", "light");
    assertThat(brightness()).isEqualTo(light);
    prefer("light");
    choose("theme", "dark");
    assertThat(brightness()).isLessThan(light / 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everybodyCanUseIt(String theme) {
    choose("theme", theme);
    browser.executeScript(
        "document.querySelectorAll('details').forEach((d, i) => d.open = i < 60)");
    List<Rule> violations =
        new AxeBuilder()
            .analyze(browser).getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .toList();
    assertThat(violations)
        .as("%s", violations.stream().map(rule -> rule.getId() + rule.getNodes()).toList())
        .isEmpty();
  }

  @Test
  void theKeyboardReachesEverything() {
    browser.findElement(By.tagName("body")).sendKeys(Keys.TAB);
    assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Skip to the answers");
    browser.switchTo().activeElement().sendKeys(Keys.ENTER);
    assertThat(browser.switchTo().activeElement().getAttribute("id")).isEqualTo("answers");
  }

  @Test
  void itCanBeReadWithoutScripts() {
    browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      browser.get(urlOfTwins);
      assertThat(browser.findElement(By.id("filters")).isDisplayed()).isFalse();
      assertThat(browser.findElement(By.cssSelector("figure.twins .chart.linear")).isDisplayed())
          .isTrue();
      assertThat(browser.findElement(By.cssSelector("figure.twins .chart.log")).isDisplayed())
          .isTrue();
    } finally {
      browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }

  @Test
  void itPrints() {
    byte[] pdf = Base64.getDecoder().decode(browser.print(new PrintOptions()).getContent());
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(pdf.length).isGreaterThan(50_000);
  }

  private static void width(int width) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  private static void prefer(String scheme) {
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  private static void choose(String name, String value) {
    browser.executeScript(
        "const control = document.getElementById('filters').elements[arguments[0]];"
            + "control.value = arguments[1];"
            + "control.dispatchEvent(new Event('change', {bubbles: true}))",
        name,
        value);
  }

  private static long visible() {
    return number("return document.querySelectorAll('[data-is]:not([hidden])').length");
  }

  private static long number(String script) {
    return (Long) browser.executeScript(script);
  }

  /** Of the ground behind everything, from 0 to 255. */
  private static double brightness() {
    String colour =
        (String) browser.executeScript("return getComputedStyle(document.body).backgroundColor");
    String[] channels = colour.replaceAll("[^0-9,]", "").split(",", -1);
    return List.of(channels).stream().limit(3).mapToInt(Integer::parseInt).average().orElseThrow();
  }
}
