// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** What a command line answered. */
record Said(int code, String out, String err) {
  /** Runs a command line in this process. */
  static Said to(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            List.of(words),
            Console.plain(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)));
    return new Said(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** Asserts that nothing was done, and that one sentence says why. */
  void refused(ExitCode expected, String... parts) {
    assertThat(err).contains(parts).startsWith("error: ").doesNotContain("\tat ", "Exception");
    assertThat(code).isEqualTo(expected.code());
    assertThat(out).isEmpty();
  }

  /** Asserts that it came to its end, though not well. */
  void ended(ExitCode expected, String... parts) {
    assertThat(err).isEmpty();
    assertThat(out).contains(parts);
    assertThat(code).isEqualTo(expected.code());
  }

  /** Asserts that all went well. */
  void fine(String... parts) {
    assertThat(err).isEmpty();
    assertThat(out).contains(parts);
    assertThat(code).isEqualTo(ExitCode.OK.code());
  }
}
