// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real bash makes of the script that {@code completion} prints. */
final class CompletionTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "'r', 'run report'",
    "'run --pro', --profile",
    "'run --profile ', 'smoke quick cache report'",
    "'run --profile q', quick",
    "'run --pin ', 'same split free'",
    "'run --pin s', 'same split'",
    "'report --', '--results --charts --quiet --json --help --version'",
    "'help c', completion",
  })
  void bashCompletes(String typed, String words) throws Exception {
    assertThat(completed("cachemark", typed)).containsAll(List.of(words.split(" ", -1)));
  }

  @Test
  void theFunctionCanHaveAnotherName() throws Exception {
    assertThat(completed("cm", "run --pin f")).contains("free");
    Said.to("completion", "--name", "rm -rf").refused(ExitCode.USAGE, "cannot name a function");
  }

  @Test
  void theScriptMakesTheFunctionItCompletesUnlessThereIsOne() throws Exception {
    Path script = script("cachemark");
    assertThat(bash("source '" + script + "'; type -t cachemark")).containsExactly("function");
    assertThat(bash("cachemark() { echo mine; }; source '" + script + "'; cachemark"))
        .containsExactly("mine");
  }

  private List<String> completed(String name, String typed) throws Exception {
    String line = name + " " + typed;
    String last = line.substring(line.lastIndexOf(' ') + 1);
    return bash(
        String.join(
            "\n",
            "source '" + script(name) + "'",
            "COMP_LINE='" + line + "'",
            "COMP_POINT=${#COMP_LINE}",
            "COMP_WORDS=($COMP_LINE" + (last.isEmpty() ? " '')" : ")"),
            "COMP_CWORD=$((${#COMP_WORDS[@]} - 1))",
            "$(complete -p " + name + " | sed 's/.*-F \\([^ ]*\\).*/\\1/')",
            "printf '%s\\n' \"${COMPREPLY[@]}\""));
  }

  private Path script(String name) throws Exception {
    Said said = Said.to("completion", "--name", name);
    said.fine("complete -F");
    return Files.writeString(folder.resolve("completion.bash"), said.out());
  }

  private static List<String> bash(String commands) throws Exception {
    Process bash =
        new ProcessBuilder("bash", "--norc", "-c", commands).redirectErrorStream(true).start();
    List<String> lines = new String(bash.getInputStream().readAllBytes(), UTF_8).lines().toList();
    bash.waitFor();
    return lines.stream().map(String::strip).toList();
  }
}
