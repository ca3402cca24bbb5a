// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The browser that tests of the page need. Without one they are skipped, and say so; with {@code
 * CACHEMARK_BROWSER=required} in the environment, as in continuous integration, they fail.
 */
final class Browser {
  private Browser() {}

  /** A browser without a window; the caller ends it. */
  static ChromeDriver open() {
    Optional<Path> driver = program("chromedriver");
    Optional<Path> browser =
        Stream.of("chromium", "google-chrome", "chrome")
            .flatMap(name -> program(name).stream())
            .findFirst();
    if (driver.isEmpty() || browser.isEmpty()) {
      String reason = "no page is tested: chromedriver and a browser are not installed";
      if ("required".equals(System.getenv("CACHEMARK_BROWSER"))) {
        throw new AssertionError("nothing may be skipped here: " + reason);
      }
      System.err.println("SKIPPED, " + reason);
      assumeTrue(false, reason);
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.orElseThrow().toFile());
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--force-color-profile=srgb");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.orElseThrow().toFile())
            .build();
    return new ChromeDriver(service, options);
  }

  private static Optional<Path> program(String name) {
    String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/bin";
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
