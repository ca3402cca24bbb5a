// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunWriterTest {
  @TempDir private Path results;

  @Test
  void aNewRunIsThereBeforeItsFirstTrial() {
    try (RunWriter writer = RunWriter.create(results.resolve("a/b"), Records.head("run"))) {
      StoredRun run = RunReader.read(writer.folder());
      assertThat(run.head()).isEqualTo(Records.head("run")).isEqualTo(writer.head());
      assertThat(run.trials()).isEmpty();
      assertThat(run.missing()).isEqualTo(3);
    }
  }

  @Test
  void eachTrialIsThereWhenAppendReturns() {
    try (RunWriter writer = RunWriter.create(results, Records.head("run"))) {
      for (int i = 0; i < 5; i++) {
        writer.append(Records.trial(i));
        assertThat(RunReader.read(writer.folder()).trials()).hasSize(i + 1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"cell\":{\"exper", "½", "\u0000\u0000\u0000"})
  void aCutLineIsRemovedBeforeARunGoesOn(String cut) throws IOException {
    RunWriter first = RunWriter.create(results, Records.head("run"));
    first.append(Records.trial(0));
    first.close();
    Path journal = first.folder().resolve("trials.jsonl");
    Files.writeString(journal, cut, UTF_8, StandardOpenOption.APPEND);

    try (RunWriter second = RunWriter.reopen(first.folder(), Records.head("run"))) {
      second.append(Records.trial(1));
    }

    StoredRun run = RunReader.read(first.folder());
    assertThat(run.trials()).containsExactly(Records.trial(0), Records.trial(1));
    assertThat(run.warnings()).isEmpty();
  }

  @Test
  void aJournalOfNothingButACutLineBecomesEmpty() throws IOException {
    RunWriter first = RunWriter.create(results, Records.head("run"));
    first.close();
    Files.writeString(first.folder().resolve("trials.jsonl"), "{\"cell\"");
    RunWriter.reopen(first.folder(), Records.head("run")).close();
    assertThat(first.folder().resolve("trials.jsonl")).isEmptyFile();
  }

  @Test
  void theHeadIsReplacedAsAWholeAndNothingIsLeftBeside() throws IOException {
    try (RunWriter writer = RunWriter.create(results, Records.head("run"))) {
      Path head = writer.folder().resolve("run.json");
      Object before = Files.readAttributes(head, "unix:ino");
      writer.update(writer.head().completed(Instant.EPOCH));
      assertThat(Files.readAttributes(head, "unix:ino")).isNotEqualTo(before);
      assertThat(writer.folder()).isDirectoryNotContaining("glob:**.next");
      assertThat(RunReader.read(writer.folder()).head()).isEqualTo(writer.head());
    }
  }

  @Test
  void aHalfWrittenHeadOfAKilledRunDoesNotMatter() throws IOException {
    try (RunWriter writer = RunWriter.create(results, Records.head("run"))) {
      Files.writeString(writer.folder().resolve("run.json.next"), "{\"half\": ".repeat(10_000));
      assertThat(RunReader.read(writer.folder()).head()).isEqualTo(Records.head("run"));
      writer.update(writer.head().completed(Instant.EPOCH));
      assertThat(RunReader.read(writer.folder()).head().state()).isEqualTo(RunState.COMPLETE);
    }
  }

  @Test
  void aRunThatIsThereAlreadyIsNotOverwritten() {
    RunWriter.create(results, Records.head("run")).close();
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> RunWriter.create(results, Records.head("run")))
        .withMessage(results.resolve("run") + " is there already; go on with it by --resume");
  }

  @Test
  void aRunThatWasKilledBeforeItHadAHeadIsNotInTheWay() throws IOException {
    Path unbegun = Files.createDirectory(results.resolve("run"));
    Files.createFile(unbegun.resolve("trials.jsonl"));
    RunWriter.create(results, Records.head("run")).close();
    assertThat(RunReader.read(unbegun).head()).isEqualTo(Records.head("run"));
  }

  @Test
  void aFolderWithAnythingElseInItIsLeftAlone() throws IOException {
    Path other = Files.createDirectory(results.resolve("run"));
    Path file = Files.writeString(other.resolve("trials.jsonl"), "not empty");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> RunWriter.create(results, Records.head("run")))
        .withMessageContaining("is there already");
    assertThat(file).hasContent("not empty");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(results.resolve("file"));
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> RunWriter.create(file.resolve("below"), Records.head("run")))
        .withMessage(file.resolve("below/run") + " cannot be written: Not a directory");
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> RunWriter.reopen(results.resolve("no"), Records.head("no")))
        .withMessageStartingWith(results.resolve("no") + " cannot be written: ");
  }
}
