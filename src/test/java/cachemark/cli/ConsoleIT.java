// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.cli.SuiteProcess.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same words whatever the locale, and colours where a terminal can show them. */
final class ConsoleIT {
  private static final String LINES =
      "cachemark run --dry-run --profile smoke && cachemark run --help"
          + " && cachemark schema; cachemark run --pin x 2>&1; cachemark -l";
  private static final Path NEWER_JAVA = Path.of("/usr/lib/jvm/temurin-25-jdk-amd64/bin/java");

  /** What the lines say in a usual place; the same for all others, so asked for once. */
  private static String usual = "";

  @TempDir private Path folder;
  private Suite suite;

  @BeforeEach
  void prepare() throws Exception {
    suite = new Suite(folder);
  }

  static Stream<Map<String, String>> places() {
    List<Map<String, String>> places =
        List.of(
            Map.of("LC_ALL", "C"),
            Map.of("LC_ALL", "POSIX", "FLAGS", "-Duser.language=tr"),
            Map.of("LANG", "de_DE.UTF-8", "FLAGS", "-Duser.language=de -Duser.country=DE"),
            Map.of("FLAGS", "-Dfile.encoding=ISO-8859-1 -Duser.language=ar"));
    Stream<Map<String, String>> newer =
        Files.exists(NEWER_JAVA)
            ? places.stream()
                .map(
                    place -> {
                      Map<String, String> with = new HashMap<>(place);
                      with.put("JAVA", NEWER_JAVA.toString());
                      return with;
                    })
            : Stream.empty();
    return Stream.concat(places.stream(), newer);
  }

  @ParameterizedTest
  @MethodSource("places")
  void theLocaleChangesNothing(Map<String, String> place) throws Exception {
    if (usual.isEmpty()) {
      usual = suite.shell(Map.of("LC_ALL", "C.UTF-8"), LINES).await().out();
    }
    assertThat(usual).contains(" cells × 1 rounds", "error: ");
    assertThat(suite.shell(place, LINES).await().out()).isEqualTo(usual);
  }

  @Test
  void aPathThatTheLocaleCannotNameIsRefusedInASentence() throws Exception {
    for (String line : List.of("cachemark report é", "cachemark run --plan é.yaml")) {
      Ended ended = suite.shell(Map.of("LC_ALL", "C"), line).await();
      assertThat(ended.code()).isIn(List.of(1, 2));
      assertThat(ended.err()).startsWith("error: ").doesNotContain("Exception", "\tat ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "xterm, '', true",
    "xterm, 1, false",
    "xterm, false, false",
    "dumb, '', false",
    "'', '', false",
  })
  void anErrorIsRedOnATerminalThatAllowsIt(String term, String noColor, boolean red)
      throws Exception {
    Ended ended = onTerminal(Map.of("TERM", term, "NO_COLOR", noColor), "run --profile x");
    assertThat(ended.out().contains("\u001B[1;31merror:\u001B[0m unknown profile")).isEqualTo(red);
    assertThat(ended.out().contains("error: unknown profile")).isEqualTo(!red);
  }

  @Test
  void aRunOnANarrowTerminalNeverWraps() throws Exception {
    Ended ended =
        onTerminal(
            Map.of("TERM", "xterm", "COLUMNS", "50", "NO_COLOR", ""), "run --plan tiny.yaml");
    assertThat(ended.code()).isZero();
    List<String> shown = List.of(ended.out().split("\r", -1));
    assertThat(shown).filteredOn(line -> line.contains("trials done")).hasSizeGreaterThan(3);
    assertThat(shown)
        .filteredOn(line -> line.contains("trials done"))
        .allSatisfy(line -> assertThat(line.strip()).hasSizeLessThan(50));
    assertThat(ended.out()).contains("\u001B[32m3 valid\u001B[0m");
  }

  @Test
  void onAPipeThereIsNoColour() throws Exception {
    Ended ended = suite.shell(Map.of("TERM", "xterm"), "cachemark run --profile x").await();
    assertThat(ended.err()).startsWith("error: ");
  }

  /** Runs a line as on a terminal, whose two streams are one. */
  private Ended onTerminal(Map<String, String> environment, String line) throws Exception {
    Files.writeString(folder.resolve("line.sh"), "exec " + suite.commandLine() + " " + line + "\n");
    return suite.shell(environment, "script -qec 'bash line.sh' /dev/null").await();
  }
}
