// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.server.ServerSpec;
import cachemark.store.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** The script is given to a real shell, so that it is the shell that says what it means. */
final class ScriptTest {
  @Property(tries = 50)
  void everyWordReachesTheServerAsItIs(
      @ForAll @Size(min = 1, max = 5)
          List<
                  @AlphaChars @Chars({'\'', '"', ' ', '$', '\\', '*', ';', '\n', '`', '-'})
                  @StringLength(min = 1, max = 8) String>
              words)
      throws Exception {
    String[] command = new String[words.size() + 2];
    command[0] = "printf";
    command[1] = "<%s>";
    for (int i = 0; i < words.size(); i++) {
      command[i + 2] = words.get(i);
    }
    assertThat(shell(Script.becoming(List.of(command)), ""))
        .isEqualTo("<" + String.join("><", words) + ">");
  }

  @Test
  void filesAreThereAsTheyWereMeant() throws Exception {
    String name = "it's a " + System.nanoTime() + ".lua";
    String text = "one{ 'a' = \"$HOME\" }\n-- {host}:{port} \\ end";
    ServerSpec spec =
        new ServerSpec("x", "x", List.of("cat", "{folder}/" + name), List.of())
            .withFiles(Map.of(name, text));
    assertThat(shell(Script.of(spec, new Endpoint("h", 7)), ""))
        .isEqualTo("one{ 'a' = \"$HOME\" }\n-- h:7 \\ end");
    Files.delete(Script.FOLDER.resolve(name));
  }

  @Test
  void theServerSeesNoInput() throws Exception {
    assertThat(shell(Script.becoming(List.of("cat")), "secret")).isEmpty();
  }

  @Test
  void theSettingsOfTheServerAreInPlace() {
    assertThat(Script.of(ServerSpec.redis(), new Endpoint("0.0.0.0", 6379)))
        .contains("mkdir -p /tmp/cachemark")
        .contains("exec 'redis-server' '--bind' '0.0.0.0' '--port' '6379'");
    assertThat(Script.input(null)).isEmpty();
  }

  /** What a shell prints that has the script, where a signal to its first process reaches none. */
  private static String shell(String script, String input)
      throws IOException, InterruptedException {
    Path typed = Files.writeString(Files.createTempFile("typed", ".txt"), input);
    Process process =
        new ProcessBuilder("sh", "-c", script.replace("kill -TERM 1", "true"))
            .redirectInput(typed.toFile())
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Files.delete(typed);
    return out;
  }
}
