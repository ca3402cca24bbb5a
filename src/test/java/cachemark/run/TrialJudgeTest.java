// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Placement;
import cachemark.plan.Timing;
import cachemark.plan.Trial;
import cachemark.plan.Variant;
import cachemark.result.Iteration;
import cachemark.result.Verdict;
import cachemark.run.judge.Circumstances;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrialJudgeTest {
  private static final int THREADS = 3;
  private static final int ITERATIONS = 2;

  @Test
  void aCompleteTrialWithoutFailuresIsValid() {
    assertJudged(judge("E1r", Variant.TODAY, Map.of("hits", 1_000L)), Verdict.VALID);
  }

  @Test
  void theEchoHasNoOutcomes() {
    assertJudged(judge("floor", Variant.FLOOR, Map.of()), Verdict.VALID);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void anotherNumberOfIterationsIsInvalid(int measured) {
    ForkOutput output = output(measured, THREADS);
    assertJudged(
        judge(trial("E1r", Variant.TODAY, Mode.BATCH), output),
        Verdict.INVALID,
        measured + " of 2 iterations were measured");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void anIterationWithoutAScoreIsInvalid(double score) {
    ForkOutput output = output(ITERATIONS - 1, THREADS);
    output
        .iterations()
        .add(new Iteration(false, score, Collections.nCopies(THREADS, 0.5), List.of()));
    assertJudged(
        judge(trial("E1r", Variant.TODAY, Mode.BATCH), output),
        Verdict.INVALID,
        "an iteration has no score");
  }

  @Test
  void aThreadWithoutItsTimeMakesABatchInvalid() {
    assertJudged(
        judge(trial("E1r", Variant.TODAY, Mode.BATCH), output(ITERATIONS, THREADS - 1)),
        Verdict.INVALID,
        "a thread's time is missing from a batch");
  }

  @Test
  void onlyABatchNeedsTimesOfThreads() {
    assertJudged(
        judge(trial("E1r", Variant.TODAY, Mode.SAMPLE), output(ITERATIONS, 0)), Verdict.VALID);
  }

  @Test
  void noOperationIsInvalid() {
    assertJudged(
        judge("E1r", Variant.TODAY, Map.of("hits", 0L)), Verdict.INVALID, "no operation was done");
  }

  @Test
  void oneWrongValueIsInvalid() {
    assertJudged(
        judge("E2r", Variant.REPORT, Map.of("hits", 999_999L, "wrongBytes", 1L)),
        Verdict.INVALID,
        "1 of 1000000 reads brought wrong bytes");
  }

  @Test
  void oneMissIsInvalid() {
    assertJudged(
        judge("E2r", Variant.REPORT, Map.of("hits", 999_999L, "misses", 1L)),
        Verdict.INVALID,
        "1 of 1000000 reads missed, though every key had been written");
  }

  @ParameterizedTest
  @CsvSource({"1, SUSPECT", "10, SUSPECT", "11, INVALID", "1000, INVALID"})
  void undeclaredFailuresAreTolerableUpToOneInAHundred(long failed, Verdict verdict) {
    assertJudged(
        judge("E1r", Variant.REPORT, Map.of("hits", 1_000 - failed, "connectTimeout", failed)),
        verdict,
        failed + " of 1000 operations failed: connect timeout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused", "connectTimeout", "lost"})
  void connectionsThatFailInTheReportsE2AreData(String cause) {
    Map<String, Long> outcomes = Map.of("stored", 100L, cause, 900L);
    assertJudged(judge("E2w", Variant.REPORT, outcomes), Verdict.VALID);
    assertThat(judge("E2w", Variant.TODAY, outcomes).verdict()).isEqualTo(Verdict.INVALID);
    assertThat(judge("E1w", Variant.REPORT, outcomes).verdict()).isEqualTo(Verdict.INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"answerTimeout", "serverError", "protocol"})
  void otherFailuresAreNoDataInE2Either(String cause) {
    TrialJudge judge = judge("E2w", Variant.REPORT, Map.of("stored", 100L, cause, 900L));
    assertThat(judge.verdict()).isEqualTo(Verdict.INVALID);
  }

  @ParameterizedTest
  @CsvSource({
    "C17, torn",
    "C17, lostUpdates",
    "C18, refused",
    "C18, connectTimeout",
    "C18, lost",
    "C18, answerTimeout",
    "C18, serverError",
    "C19, notStored",
    "C19, misses",
    "C20, notStored",
    "C20, serverError",
  })
  void whatAnExperimentAsksAboutIsDataThereAndAFlawElsewhere(String experiment, String outcome) {
    Map<String, Long> outcomes = Map.of("stored", 100L, outcome, 900L);
    assertJudged(judge(experiment, Variant.TODAY, outcomes), Verdict.VALID);
    assertThat(judge("E8", Variant.TODAY, outcomes).verdict()).isEqualTo(Verdict.INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C17", "C18", "C19", "C20"})
  void wrongBytesAreNeverData(String experiment) {
    assertJudged(
        judge(experiment, Variant.TODAY, Map.of("hits", 9L, "wrongBytes", 1L)),
        Verdict.INVALID,
        "1 of 10 reads brought wrong bytes");
  }

  @Test
  void tooFewFilesForTheClientAreNoAnswerOfTheServer() {
    assertJudged(
        judge("C18", Variant.TODAY, Map.of("hits", 4_000L, "clientFiles", 6_000L)),
        Verdict.INVALID,
        "6000 of 10000 operations failed: client files, a limit of this machine's client side");
  }

  @ParameterizedTest
  @CsvSource({"clientPorts, client ports", "clientFiles, client files"})
  void limitsOfTheClientAreAlwaysInvalid(String cause, String words) {
    assertJudged(
        judge("E2w", Variant.REPORT, Map.of("stored", 999_999L, cause, 1L)),
        Verdict.INVALID,
        "1 of 1000000 operations failed: " + words + ", a limit of this machine's client side");
  }

  @Test
  void everyReasonIsToldTheWorstFirst() {
    assertJudged(
        judge("E1r", Variant.TODAY, Map.of("hits", 9_998L, "misses", 1L, "serverError", 1L)),
        Verdict.INVALID,
        "1 of 10000 reads missed, though every key had been written",
        "1 of 10000 operations failed: server error");
  }

  @Test
  void aWriteOfARecordLooksUpWhatIsNotThereYet() {
    Map<String, Long> written = Map.of("misses", 100L, "rowsInserted", 100L, "stored", 100L);
    assertJudged(record("writeBatch", Mode.BATCH, "60s", "REPORT", written), Verdict.VALID);
    assertJudged(record("writeBatch", Mode.BATCH, "none", "REPORT", written), Verdict.VALID);
  }

  @Test
  void aWriteThatTheCacheKeptFromTheTableIsInvalid() {
    assertJudged(
        record("writeBatch", Mode.BATCH, "60s", "REPORT", Map.of("hits", 1L, "rowsInserted", 99L)),
        Verdict.INVALID,
        "1 writes were left out, since the cache had their keys already");
  }

  @Test
  void failuresOfRecordsAreCountedAgainstOperationsAndNotAgainstOutcomes() {
    Map<String, Long> written =
        Map.of("misses", 1_000L, "rowsInserted", 980L, "stored", 980L, "lost", 20L);
    assertJudged(
        record("writeBatch", Mode.BATCH, "60s", "REPORT", written),
        Verdict.INVALID,
        "20 of 1000 operations failed: lost");
  }

  @Test
  void recordsMayExpireInABatchOrWhereReadsFillTheCacheAgain() {
    Map<String, Long> read = Map.of("hits", 90L, "misses", 10L, "rowsFound", 10L);
    assertJudged(record("readBatch", Mode.BATCH, "60s", "REPORT", read), Verdict.VALID);
    assertJudged(record("read", Mode.SAMPLE, "60s", "READ_THROUGH", read), Verdict.VALID);
    for (TrialJudge judge :
        List.of(
            record("readBatch", Mode.BATCH, "none", "REPORT", read),
            record("read", Mode.SAMPLE, "60s", "REPORT", read))) {
      assertJudged(
          judge, Verdict.INVALID, "10 of 100 reads missed, though every key had been written");
    }
  }

  @Test
  void aRowThatIsNotThereIsInvalid() {
    assertJudged(
        record(
            "readBatch", Mode.BATCH, "60s", "REPORT", Map.of("rowsFound", 99L, "rowsMissing", 1L)),
        Verdict.INVALID,
        "1 of 100 rows were not found, though every one had been written");
  }

  private static TrialJudge record(
      String method, Mode mode, String ttl, String policy, Map<String, Long> outcomes) {
    TreeMap<String, String> params =
        new TreeMap<>(Map.of("cache", "REDIS", "ttl", ttl, "policy", policy));
    Cell cell = new Cell("E4", Variant.TODAY, "A." + method, mode, params, THREADS, Placement.FREE);
    ForkOutput output = output(ITERATIONS, THREADS);
    output.outcomes().putAll(outcomes);
    return judge(new Trial(cell, 1, new Timing(0, ITERATIONS, 1)), output);
  }

  @Test
  void aForkThatBroughtNothingIsInvalid() {
    assertJudged(TrialJudge.failed("it was killed"), Verdict.INVALID, "it was killed");
  }

  private static TrialJudge judge(Trial trial, ForkOutput output) {
    return TrialJudge.of(trial, output, new Circumstances(true, 1, 1, 0, Duration.ZERO));
  }

  private static void assertJudged(TrialJudge judge, Verdict verdict, String... reasons) {
    assertThat(judge.reasons()).containsExactly(reasons);
    assertThat(judge.verdict()).isEqualTo(verdict);
  }

  private static TrialJudge judge(String experiment, Variant variant, Map<String, Long> outcomes) {
    ForkOutput output = output(ITERATIONS, THREADS);
    output.outcomes().putAll(outcomes);
    return judge(trial(experiment, variant, Mode.BATCH), output);
  }

  private static ForkOutput output(int measured, int threads) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    ForkOutput output = new ForkOutput(Mode.BATCH, nowhere, () -> {});
    List<Double> seconds = Collections.nCopies(threads, 0.5);
    output.iterations().add(new Iteration(true, 1, seconds, List.of()));
    for (int i = 0; i < measured; i++) {
      output.iterations().add(new Iteration(false, 1, seconds, List.of()));
    }
    return output;
  }

  private static Trial trial(String experiment, Variant variant, Mode mode) {
    Cell cell =
        new Cell(experiment, variant, "A.b", mode, new TreeMap<>(), THREADS, Placement.FREE);
    return new Trial(cell, 1, new Timing(0, ITERATIONS, 1));
  }
}
