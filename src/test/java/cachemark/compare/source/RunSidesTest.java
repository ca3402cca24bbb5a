// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import cachemark.compare.Comparison;
import cachemark.compare.Terms;
import cachemark.compare.side.Aspect;
import cachemark.compare.side.CellKey;
import cachemark.compare.side.Series;
import cachemark.compare.side.Side;
import cachemark.plan.Arm;
import cachemark.plan.Cell;
import cachemark.plan.Plans;
import cachemark.result.Against;
import cachemark.result.Iteration;
import cachemark.result.Records;
import cachemark.result.ResultException;
import cachemark.result.RunRecord;
import cachemark.result.RunWriter;
import cachemark.result.ServerFacts;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored runs as sides. */
final class RunSidesTest {
  private static final Cell CELL = Plans.cell("store=REDIS", "client=LETTUCE");

  @TempDir private Path results;

  private static TrialRecord trial(Arm arm, int round, Verdict verdict, double... scores) {
    List<Iteration> iterations =
        DoubleStream.concat(DoubleStream.of(1e6), DoubleStream.of(scores))
            .mapToObj(score -> new Iteration(score == 1e6, score, List.of(), List.of()))
            .toList();
    List<String> reasons = verdict == Verdict.INVALID ? List.of("wrong bytes", "more") : List.of();
    return new TrialRecord(
        CELL,
        round,
        arm,
        0,
        Instant.EPOCH,
        1,
        null,
        "s",
        iterations,
        Map.of(),
        Map.of(),
        verdict,
        reasons);
  }

  private Path stored(RunRecord head, TrialRecord... trials) {
    try (RunWriter writer = RunWriter.create(results, head)) {
      List.of(trials).forEach(writer::append);
      return writer.folder();
    }
  }

  private static RunRecord against(RunRecord head, Against against) {
    return new RunRecord(
        head.schemaVersion(),
        head.runId(),
        head.state(),
        head.startedAt(),
        head.endedAt(),
        head.seed(),
        head.plan(),
        head.plannedTrials(),
        head.machine(),
        head.build(),
        head.servers(),
        head.prices(),
        head.floors(),
        head.overhead(),
        against);
  }

  @Test
  void theValueOfARoundIsTheMeanOfItsMeasuredIterations() {
    Path folder =
        stored(
            Records.head("run"),
            trial(Arm.MAIN, 1, Verdict.VALID, 1, 3),
            trial(Arm.MAIN, 2, Verdict.SUSPECT, 4),
            trial(Arm.MAIN, 3, Verdict.INVALID, 5));
    Side side = Readings.of(folder).main();
    Series series = side.cells().get(CellKey.of(CELL));
    assertThat(series.values()).containsExactly(2, 4);
    assertThat(series.trouble()).contains("wrong bytes");
    assertThat(side.trials()).isEqualTo(new Side.Trials(2, 1, 0));
    assertThat(side.floor()).isNaN();
    assertThat(Readings.of(folder).base()).isEmpty();
    assertThat(Readings.of(folder.resolve("run.json")).main().trials()).isEqualTo(side.trials());
  }

  @Test
  void whatThePlanHasAndTheJournalHasNotIsMissing() {
    Side side =
        Readings.of(stored(Records.head("run"), trial(Arm.MAIN, 1, Verdict.VALID, 1))).main();
    assertThat(side.trials().missing()).isEqualTo(2);
    assertThat(side.cells().values())
        .filteredOn(series -> series.size() == 0)
        .isNotEmpty()
        .allSatisfy(series -> assertThat(series.trouble()).contains("it was not run"));
  }

  @Test
  void theFloorIsHowMuchTheSameDiffersFromItself() {
    Side side =
        Readings.of(
                stored(
                    Records.head("run"),
                    trial(Arm.MAIN, 1, Verdict.VALID, 1),
                    trial(Arm.AGAIN, 1, Verdict.VALID, 1.1),
                    trial(Arm.MAIN, 2, Verdict.VALID, 2),
                    trial(Arm.AGAIN, 2, Verdict.VALID, 2.2),
                    trial(Arm.AGAIN, 3, Verdict.VALID, 100)))
            .main();
    assertThat(side.floor()).isCloseTo(1.1, within(1e-9));
  }

  @Test
  void armsAreTwoSidesOfTheSameRounds() {
    Against other =
        new Against(
            new Against.Jar("base.jar", "00", Records.BUILD),
            List.of(
                new ServerFacts(
                    "Redis",
                    "8",
                    "local process",
                    "h:1",
                    null,
                    "u",
                    List.of(),
                    Map.of("hz", "10"))),
            false);
    Reading reading =
        Readings.of(
            stored(
                against(Records.head("run"), other),
                trial(Arm.MAIN, 1, Verdict.VALID, 1),
                trial(Arm.BASE, 1, Verdict.VALID, 2)));
    Side base = reading.base().orElseThrow();
    assertThat(base.name()).isEqualTo("build abc1234 (base.jar) with Redis 8");
    assertThat(base.servers()).containsOnlyKeys("Redis");
    assertThat(base.cells().get(CellKey.of(CELL)).values()).containsExactly(2);
    assertThat(reading.main().servers()).containsOnlyKeys("memcached");
    assertThat(Comparison.ofArms(base, reading.main(), Terms.usual()).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.speed().value()).isCloseTo(2, within(1e-9)));
  }

  @Test
  void factsAreTold() {
    Side side =
        Readings.of(stored(Records.head("run"), trial(Arm.MAIN, 1, Verdict.VALID, 1))).main();
    assertThat(side.name()).isEqualTo("run");
    assertThat(side.facts().get(Aspect.HOST))
        .containsEntry("memory", "8 GiB")
        .containsEntry("kernel", "Linux 6.1")
        .containsEntry("cgroup", "max 100000");
    assertThat(side.facts().get(Aspect.JDK))
        .containsEntry("java", "17.0.1 Vendor")
        .containsEntry("flags", "-Xmx512m -Dä=ß");
    assertThat(side.facts().get(Aspect.PROFILE)).containsEntry("profile", "test");
    assertThat(side.servers().get("memcached"))
        .containsEntry("version", "1.6.18")
        .containsEntry("source", "local process")
        .containsEntry("maxbytes", "281018368");
  }

  @Test
  void aCutLastLineIsRepairedWithAWarning() throws IOException {
    Path folder = stored(Records.head("run"), trial(Arm.MAIN, 1, Verdict.VALID, 1));
    Path journal = folder.resolve("trials.jsonl");
    Files.writeString(journal, Files.readString(journal) + "{\"cell\":{");
    assertThat(Readings.of(folder).main().notes())
        .containsExactly(
            "the last line of " + journal + " was cut off; its trial counts as not run");
  }

  @Test
  void anotherBrokenLineIsNamed() throws IOException {
    Path folder = stored(Records.head("run"), trial(Arm.MAIN, 1, Verdict.VALID, 1));
    Path journal = folder.resolve("trials.jsonl");
    Files.writeString(journal, "{\"cell\":{\n" + Files.readString(journal));
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> Readings.of(folder))
        .withMessageStartingWith(journal + ", line 1 is damaged: ");
  }

  @Test
  void aNewerSchemaIsRefused() throws IOException {
    Path folder = stored(Records.head("run"), trial(Arm.MAIN, 1, Verdict.VALID, 1));
    Path head = folder.resolve("run.json");
    Files.writeString(
        head, Files.readString(head).replaceFirst("(schemaVersion. : )[0-9]+", "$1" + 99));
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> Readings.of(folder))
        .withMessageContaining("schema version 99");
  }

  @Test
  void aRunWithoutAValidTrialIsRefused() {
    Path folder = stored(Records.head("run"), trial(Arm.MAIN, 1, Verdict.INVALID, 1));
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> Readings.of(folder))
        .withMessage(folder + " has no valid trial, so there is nothing to compare");
  }

  /** The runs that are committed differ in their machine's start alone, or in their servers. */
  @Test
  void settingsOfOneStartAreNoDifference() {
    Path committed = Path.of("results");
    Side one = Readings.of(committed.resolve("reference-c17")).main();
    Side other = Readings.of(committed.resolve("reference-report")).main();
    Comparison comparison = Comparison.ofRuns(one, other, Terms.usual("profile"));
    assertThat(comparison.differences()).isEmpty();
    Side containers = Readings.of(committed.resolve("reference-quick")).main();
    assertThat(Comparison.ofRuns(other, containers, Terms.usual("profile")).differences())
        .extracting(difference -> difference.aspect() + " " + difference.fact())
        .contains("SERVER version of Redis", "SERVER source of memcached", "SERVER a server");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference-quick", "reference-report", "reference-c17"})
  void aRunMatchesItsOwnJmhJson(String name) {
    Path folder = Path.of("results", name);
    Side run = Readings.of(folder).main();
    Side json = Readings.of(folder.resolve("jmh.json")).main();
    Comparison comparison = Comparison.ofRuns(run, json, Terms.usual());
    assertThat(comparison.isComparable()).isTrue();
    assertThat(comparison.rows())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.speed().value()).isCloseTo(1, within(1e-9)));
    assertThat(comparison.suspects()).isEmpty();
    assertThat(comparison.lone()).isEmpty();
  }
}
