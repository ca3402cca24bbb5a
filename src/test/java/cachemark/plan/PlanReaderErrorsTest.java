// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the author of a plan is told: the source, the line, the fault, the choices. */
final class PlanReaderErrorsTest {
  @Test
  void thePlanWithoutAFaultIsRead() {
    assertThat(PlanReader.read(source(Plans.TEXT)).rounds()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rounds: | round: | line 2: unknown key "round": did you mean "rounds"? Choices: profile, \
          rounds, budgetSeconds, experiments
          threads: | thread: | line 9: unknown key "thread": did you mean "threads"? Choices: id, \
          variant, mode, benchmarks, axes, threads, placement, timing, again
          iterations: | iteration: | line 11: unknown key "iteration": did you mean "iterations"? \
          Choices: warmupMillis, iterations, iterationMillis
          store: | stor: | line 10: unknown parameter "stor": did you mean "store"? Choices: store, \
          client, connections, operations, keys, valueBytes, cache, policy, ttl, driver, index, engine, durability, \
          command, elements, pipeline, openConnections, megabytes, path
          """)
  void anUnknownKeyBringsTheNearest(String good, String wrong, String message) {
    assertRefused(good, wrong, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          KEPT | keept | line 10: connections cannot be "keept": did you mean "KEPT"? Choices: \
          PER_OP, KEPT, SHARED
          today | todai | line 6: variant cannot be "todai": did you mean "today"? Choices: report, \
          today, floor
          today | 1 | line 6: variant cannot be "1": did you mean "floor"? Choices: report, today, \
          floor
          batch | singleshot | line 7: mode cannot be "singleshot": did you mean "sample"? Choices: \
          batch, throughput, sample
          batch | [batch] | line 7: mode is not of the right form: one word is needed
          E1r | E1r, placement: everywhere | line 5: not YAML: mapping values are not allowed here
          [KEPT] | KEPT | line 10: connections is not of the right form: a list is needed, as in [a, b]
          mine | ../mine | line 1: "../mine" cannot name a plan: up to 60 letters, digits, dots, dashes and \
          underscores can
          """)
  void aWrongWordBringsTheChoices(String good, String wrong, String message) {
    assertRefused(good, wrong, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rounds: 2 | rounds: 0 | line 2: rounds is 0; it goes from 1 to 1000
          rounds: 2 | rounds: -1 | line 2: rounds is -1; it goes from 1 to 1000
          rounds: 2 | rounds: 1001 | line 2: rounds is 1001; it goes from 1 to 1000
          rounds: 2 | rounds: many | line 2: rounds cannot be "many": a whole number is needed
          rounds: 2 | rounds: 1.5 | line 2: rounds cannot be "1.5": a whole number is needed
          rounds: 2 | rounds: ~ | line 2: rounds is not of the right form: a whole number is needed
          rounds: 2 | rounds: 99999999999 | line 2: rounds is not of the right form: a whole number \
          is needed
          Seconds: 60 | Seconds: 0 | line 3: budgetSeconds is 0; it goes from 1 to 2147483647
          [1] | [-3] | line 9: threads is -3; it goes from 1 to 1000
          [1] | [1001] | line 9: threads is 1001; it goes from 1 to 1000
          [1] | [] | line 9: threads lists nothing, or has an empty entry
          [1] | [~] | line 9: threads lists nothing, or has an empty entry
          Millis: 100 | Millis: -1 | line 11: warmupMillis is -1; it goes from 0 to 3600000
          Millis: 50 | Millis: 0 | line 11: iterationMillis is 0; it goes from 1 to 3600000
          iterations: 2 | iterations: 0 | line 11: iterations is 0; it goes from 1 to 10000
          """)
  void aWrongNumberBringsItsBounds(String good, String wrong, String message) {
    assertRefused(good, wrong, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rounds: 2 | # | line 1: the key "rounds" is missing
          profile: mine | # | line 1: the key "profile" is missing
          threads: [1] | # | line 5: the key "threads" is missing
          warmupMillis: 100, | '' | line 11: the key "warmupMillis" is missing
          mode: batch | mode: ~ | line 5: the key "mode" is missing
          [SingleThreadBenchmark.getBatch] | ~ | line 5: the key "benchmarks" is missing
          [SingleThreadBenchmark.getBatch] | [] | line 8: benchmarks lists nothing, or has an empty entry
          """)
  void aMissingKeyIsNamed(String good, String wrong, String message) {
    assertRefused(good, wrong, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rounds: 2 | rounds: 2\\nrounds: 3 | line 3: this key is there twice: 'rounds'
          mode: batch | mode: batch\\n    mode: batch | line 8: this key is there twice: 'mode'
          {store | {store: [REDIS], store | line 10: this key is there twice: 'store'
          """)
  void aKeyThatIsThereTwiceIsRefused(String good, String wrong, String message) {
    assertRefused(good, wrong.replace("\\n", "\n"), message);
  }

  @Test
  void whatIsNoPlanAtAllIsRefused() {
    assertRefused("", "it is empty");
    assertRefused("# only a comment\n", "it is empty");
    assertRefused("~", "it is empty");
    assertRefused("[]", "the plan is not of the right form: keys with values are needed");
    assertRefused("profile: 'a", "line 1: not YAML: while scanning a quoted scalar");
    assertRefused(Plans.TEXT + "---\n" + Plans.TEXT, "line 13: it holds a second document");
  }

  @Test
  void aFileThatCannotBeReadIsNamed(@TempDir Path folder) throws IOException {
    Path missing = folder.resolve("no.yaml");
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> PlanSource.file(missing))
        .withMessage("there is no plan file " + missing);
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> PlanSource.file(folder))
        .withMessageStartingWith("the plan file " + folder + " cannot be read: ");
    Path huge = Files.write(folder.resolve("huge.yaml"), new byte[1024 * 1024 + 1]);
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> PlanSource.file(huge))
        .withMessage("the plan file " + huge + " is larger than 1 MB, as no plan is");
  }

  private static void assertRefused(String good, String wrong, String message) {
    assertThat(Plans.TEXT).contains(good);
    String replaced = wrong.equals("#") ? "" : wrong;
    String text = Plans.TEXT.replace(good, replaced).replaceAll("(?m)^ *\n", "");
    assertRefused(text, message);
  }

  private static PlanSource source(String text) {
    return PlanSource.of("my.yaml", text.getBytes(UTF_8));
  }

  private static void assertRefused(String text, String message) {
    String comma = message.startsWith("line") ? ", " : ": ";
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> PlanReader.read(source(text)))
        .withMessage("my.yaml" + comma + message);
  }
}
