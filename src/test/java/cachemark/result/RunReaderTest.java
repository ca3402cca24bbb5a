// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged, cut and foreign folders. */
final class RunReaderTest {
  @TempDir private Path results;
  private Path folder;
  private Path head;
  private Path journal;

  @BeforeEach
  void aRunOfTwoTrials() {
    try (RunWriter writer = RunWriter.create(results, Records.head("run"))) {
      writer.append(Records.trial(0));
      writer.append(Records.trial(1));
    }
    folder = results.resolve("run");
    head = folder.resolve("run.json");
    journal = folder.resolve("trials.jsonl");
  }

  @Test
  void aLastLineThatWasCutAnywhereIsLeftOutWithAWarning() throws IOException {
    byte[] whole = Files.readAllBytes(journal);
    int first = whole.length / 2; // two lines of one length, which the next line checks
    assertThat(whole[first - 1]).isEqualTo((byte) '\n');
    for (int length = first + 1; length < whole.length; length++) {
      Files.write(journal, Arrays.copyOf(whole, length));
      StoredRun run = RunReader.read(folder);
      assertThat(run.trials()).containsExactly(Records.trial(0));
      assertThat(run.warnings())
          .containsExactly(
              "the last line of " + journal + " was cut off; its trial counts as not run");
    }
  }

  @Test
  void trialsAreHandedOverOneByOne() throws IOException {
    String line = Files.readAllLines(journal).get(0);
    Files.writeString(journal, (line + "\n").repeat(200)); // longer than what is read at once
    List<Integer> orders = new ArrayList<>();
    assertThat(RunReader.forEachTrial(folder, trial -> orders.add(trial.order()))).isEmpty();
    assertThat(orders).hasSize(200);
    assertThat(Files.size(journal)).isGreaterThan(1 << 16);
    assertThat(RunReader.head(folder)).isEqualTo(Records.head("run"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "[]", "nonsense", "{\"cell\":null}", "{\"x\":1} {}"})
  void anotherBrokenLineIsNamed(String line) throws IOException {
    String text = Files.readString(journal);
    Files.writeString(journal, text + line + "\n" + text);
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> RunReader.read(folder))
        .withMessageStartingWith(journal + ", line 3 is damaged: ");
  }

  @Test
  void brokenCharactersAreDamageToo() throws IOException {
    byte[] bytes = Files.readString(journal).replace("a reason", "a rexson").getBytes(UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == 'x' ? (byte) 0xff : bytes[i];
    }
    Files.write(journal, bytes);
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> RunReader.read(folder))
        .withMessageStartingWith(journal + ", line 1 is damaged: ");
  }

  @Test
  void anOlderSchemaIsRead() throws IOException {
    String text = Files.readString(head).replace("\"schemaVersion\" : 4", "\"schemaVersion\" : 1");
    int prices = text.indexOf("\"prices\"");
    Files.writeString(head, text.substring(0, text.lastIndexOf(',', prices)) + "\n}");
    assertThat(RunReader.read(folder).head().prices()).isNull();
    assertThat(RunReader.read(folder).head().floors()).isEmpty();
  }

  @Test
  void aNewerSchemaIsRefusedByName() throws IOException {
    rewriteHead("\"schemaVersion\" : 4", "\"schemaVersion\" : 5, \"news\" : []");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> RunReader.read(folder))
        .withMessage(
            head
                + " is of schema version 5; this cachemark reads up to version 4, use a newer one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "7", "{}", "{\"schemaVersion\":0}"})
  void aHeadWithoutASchemaIsDamaged(String text) throws IOException {
    Files.writeString(head, text);
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> RunReader.read(folder))
        .withMessage(head + " is damaged: it says no schemaVersion");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"runId\" : \"run\"', '\"runId\" : null'",
    "'\"state\" : \"OPEN\"', '\"state\" : \"HALF\"'",
    "'\"state\" : \"OPEN\"', '\"state\" : 0'",
    "'\"rounds\" : 3', '\"rounds\" : 0'",
    "'\"seed\" : -42', '\"seeds\" : -42'",
    "'\"seed\" : -42', '\"seed\" : '",
  })
  void aHeadWithAWrongFieldIsDamaged(String good, String wrong) throws IOException {
    rewriteHead(good, wrong);
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> RunReader.read(folder))
        .withMessageStartingWith(head + " is damaged: ");
  }

  @Test
  void aFolderWithoutAHeadIsNoRun() throws IOException {
    Files.delete(head);
    assertNoRun(folder);
    assertNoRun(results.resolve("nowhere"));
    Files.createDirectory(head);
    assertNoRun(folder);
  }

  @Test
  void aJournalThatCannotBeReadIsNamed() throws IOException {
    Files.delete(journal);
    Files.createDirectory(journal);
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> RunReader.read(folder))
        .withMessageStartingWith(journal + " cannot be read: ");
  }

  private static void assertNoRun(Path folder) {
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> RunReader.read(folder))
        .withMessage("there is no run in " + folder + ": no run.json");
  }

  private void rewriteHead(String good, String wrong) throws IOException {
    String text = Files.readString(head);
    assertThat(text).contains(good);
    Files.writeString(head, text.replace(good, wrong));
  }
}
