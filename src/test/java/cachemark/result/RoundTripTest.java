// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Arm;
import cachemark.plan.Mode;
import cachemark.plan.Plans;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what is read. */
final class RoundTripTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "de", "ru", "ar-EG", "tr"})
  void aRunIsReadAsItWasWrittenInEveryLocale(String locale, @TempDir Path results) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(locale));
      RunRecord head = Records.head("run");
      List<TrialRecord> trials = List.of(Records.trial(0), Records.trial(1), Records.trial(2));
      try (RunWriter writer = RunWriter.create(results, head)) {
        trials.forEach(writer::append);
      }
      assertThat(RunReader.read(results.resolve("run")))
          .isEqualTo(new StoredRun(head, trials, List.of()));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theStoredFormDoesNotDependOnTheLocale(@TempDir Path results) throws IOException {
    String root = stored(results.resolve("root"), Locale.ROOT);
    assertThat(stored(results.resolve("ar"), Locale.forLanguageTag("ar-EG"))).isEqualTo(root);
    assertThat(root).contains("\"startedAt\" : \"2026-03-04T05:06:07.123456789Z\"");
  }

  @Test
  void aFinishedRunSaysSo(@TempDir Path results) {
    Instant end = Instant.parse("2026-03-04T06:00:00Z");
    try (RunWriter writer = RunWriter.create(results, Records.head("run"))) {
      writer.append(Records.trial(0));
      writer.update(writer.head().completed(end));
    }
    StoredRun run = RunReader.read(results.resolve("run"));
    assertThat(run.head()).isEqualTo(Records.head("run").completed(end));
    assertThat(run.head().state()).isEqualTo(RunState.COMPLETE);
    assertThat(run.head().endedAt()).isEqualTo(end);
    assertThat(run.missing()).isEqualTo(2);
  }

  @Test
  void aRunWithoutAJournalHasNoTrials(@TempDir Path results) throws IOException {
    RunWriter.create(results, Records.head("run")).close();
    Files.delete(results.resolve("run/trials.jsonl"));
    assertThat(RunReader.read(results.resolve("run")).trials()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        -0.0,
        Double.MIN_VALUE,
        Double.MAX_VALUE
      })
  void scoresThatJsonHasNoNumberForAreStoredToo(double score) throws JsonProcessingException {
    assertReadAsWritten(Records.trial(0, score));
  }

  @Test
  void whatIsNotANumberIsText() throws JsonProcessingException {
    assertThat(ResultFiles.JSON.writeValueAsString(Records.trial(0, Double.NaN)))
        .contains("\"score\":\"NaN\"");
    assertThat(ResultFiles.JSON.writeValueAsString(Records.trial(0, Double.NEGATIVE_INFINITY)))
        .contains("\"score\":\"-Infinity\"");
  }

  @Property(tries = 300)
  void aTrialIsReadAsItWasWritten(
      @ForAll int order,
      @ForAll long wallMillis,
      @ForAll double score,
      @ForAll @Size(max = 5) List<Double> threadSeconds,
      @ForAll @Size(max = 5) List<@Size(2) List<Long>> histogram,
      @ForAll @Size(max = 5) Map<String, Long> outcomes,
      @ForAll Verdict verdict,
      @ForAll @Size(max = 3) List<String> reasons)
      throws JsonProcessingException {
    assertReadAsWritten(
        new TrialRecord(
            Plans.cell(Mode.THROUGHPUT, 3, "keys=7"),
            9,
            Arm.MAIN,
            order,
            Instant.ofEpochSecond(order, 1),
            wallMillis,
            null,
            "ops/s",
            List.of(new Iteration(false, score, threadSeconds, histogram)),
            outcomes,
            Map.of(),
            verdict,
            reasons));
  }

  private static void assertReadAsWritten(TrialRecord trial) throws JsonProcessingException {
    String line = ResultFiles.JSON.writeValueAsString(trial);
    assertThat(line.lines()).hasSize(1);
    assertThat(ResultFiles.JSON.readValue(line, TrialRecord.class)).isEqualTo(trial);
  }

  private static String stored(Path results, Locale locale) throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(locale);
      RunWriter.create(results, Records.head("run")).close();
      return Files.readString(results.resolve("run/run.json"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
