// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import cachemark.server.Preparation;
import cachemark.server.ServerSpec;
import cachemark.store.Endpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The shell script that is a container's first process: it prepares what the server needs, sees to
 * it that the end of its input ends everything, and becomes the server.
 */
final class Script {
  /** How a line begins that is for us and not of the server. */
  static final String NOTE = "cachemark: ";

  /** Before the kind of file system that the data lie on. */
  static final String DATA = NOTE + "data on ";

  /** The server's folder in the container, on a volume that any account can write to. */
  static final Path FOLDER = Path.of("/tmp/cachemark");

  private static final String END = "-- end of the script";

  private Script() {}

  /** The script's text for {@code sh -c}. */
  static String of(ServerSpec spec, Endpoint listens) {
    Preparation preparation = spec.preparation();
    return String.format(Locale.ROOT, "umask 077; mkdir -p %1$s && cd %1$s || exit 71\n", FOLDER)
        + files(spec.filesFor(listens, FOLDER))
        + (preparation == null ? "" : prepare(preparation))
        + becoming(spec.commandFor(listens, FOLDER));
  }

  private static String files(SortedMap<String, String> named) {
    return named.entrySet().stream()
        .map(file -> "printf %s " + quoted(file.getValue()) + " > " + quoted(file.getKey()) + "\n")
        .collect(Collectors.joining());
  }

  /** The same for a command that brings its own ways. */
  static String becoming(List<String> command) {
    return String.format(
        Locale.ROOT,
        """
        exec 3<&0
        (cat <&3 >/dev/null; kill -TERM 1) &
        exec %s </dev/null 3<&-
        """,
        quoted(command));
  }

  /** What the container is to read before the server starts. */
  static String input(@Nullable Preparation preparation) {
    return preparation == null ? "" : preparation.script() + "\n" + END + "\n";
  }

  private static String prepare(Preparation preparation) {
    return String.format(
        Locale.ROOT,
        """
        while IFS= read -r line; do
          [ "$line" = '%1$s' ] && break
          printf '%%s\\n' "$line"
        done > %2$s
        mkdir %3$s
        echo "%4$s$(stat -f -c %%T %3$s)"
        %5$s < %2$s || exit 72
        rm -f %2$s
        """,
        END,
        Preparation.SCRIPT,
        Preparation.DATA,
        DATA,
        quoted(ServerSpec.inFolder(preparation.command(), FOLDER)));
  }

  private static String quoted(List<String> words) {
    return words.stream().map(Script::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
