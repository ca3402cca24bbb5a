// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code run-bench.sh} would install is what a run would miss. */
final class RunBenchTest {
  private static final List<String> TOOLS = List.of("dirname", "sed");

  @TempDir private Path folder;

  @BeforeEach
  void provide() throws IOException {
    for (String tool : TOOLS) {
      program(tool, "#!/bin/sh\nexec " + itself(tool) + " \"$@\"\n");
    }
  }

  static Stream<Arguments> programs() {
    return Arrays.stream(ServerKind.values())
        .flatMap(kind -> kind.programs().stream().map(program -> Arguments.of(kind, program)));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void anyProgramThatServesWillDo(ServerKind kind, String program) throws Exception {
    program(program, "");
    assertThat(missing()).doesNotContain(kind.debianPackage());
  }

  @Test
  void withoutAnyThePackageIsInstalled() throws Exception {
    List<String> expected =
        Arrays.stream(ServerKind.values())
            .filter(kind -> kind.programs().stream().allMatch(this::isNowhere))
            .map(ServerKind::debianPackage)
            .toList();
    assertThat(missing()).containsAll(expected).contains("maven");
  }

  /** Not even in the administrator's folders, which this machine's servers may be in. */
  private boolean isNowhere(String program) {
    return Programs.find(program, folder.toString()).isEmpty();
  }

  private void program(String name, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(name), script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String itself(String tool) {
    return Programs.require(List.of(tool), tool).toString();
  }

  private List<String> missing() throws Exception {
    ProcessBuilder script =
        new ProcessBuilder(itself("bash"), "run-bench.sh", "--no-install", "test");
    script.environment().put("PATH", folder.toString());
    Process process = script.redirectErrorStream(true).start();
    String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(words).isEqualTo(1);
    assertThat(words).startsWith("run-bench.sh: missing: ").contains("; --no-install forbids");
    String list = words.substring(words.indexOf("missing: ") + 9, words.indexOf(';'));
    return List.of(list.split(" ", -1));
  }
}
