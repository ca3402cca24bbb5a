// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.cli.SuiteProcess.Ended;
import cachemark.plan.Arm;
import cachemark.result.Against;
import cachemark.result.RunReader;
import cachemark.result.ServerFacts;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose forks take turns with those of another build, or on other servers. */
final class RunAgainstIT {
  private static final Duration SOON = Duration.ofSeconds(5);

  @TempDir private Path folder;
  private Suite suite;
  private StoredFolder stored;
  private Path base;

  @BeforeEach
  void prepare() throws Exception {
    suite = new Suite(folder);
    stored = suite.results("r");
    base = Files.copy(Suite.JAR, folder.resolve("base.jar"));
  }

  @Test
  void everyTrialIsMeasuredWithBothBuildsSideBySide() throws Exception {
    Ended ended = run("--against", "base.jar");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertPairs(2);
    Against against = against();
    assertThat(against.jar()).isNotNull();
    assertThat(against.jar().path()).isEqualTo("base.jar");
    assertThat(against.servers()).isEmpty();
    assertThat(against.turns()).isTrue();
    assertThat(pairsOverlap()).isTrue();
    suite.awaitNothingLeft(SOON);
  }

  @Test
  void aBuildThatKnowsNoTurnsIsMeasuredByForksThatFollowEachOther() throws Exception {
    change(base, jar -> Files.delete(jar.getPath("cachemark/bench/fork/TurnTaker.class")));
    assertThat(run("--against", "base.jar").code()).isZero();
    assertPairs(2);
    assertThat(against().turns()).isFalse();
    assertThat(pairsOverlap()).isFalse();
  }

  @Test
  void theOtherBuildRunsItsOwnClasses() throws Exception {
    change(base, jar -> Files.delete(jar.getPath("cachemark/bench/SingleThreadBenchmark.class")));
    assertThat(run("--against", "base.jar").code()).isEqualTo(ExitCode.INCOMPLETE.code());
    assertThat(stored.trials())
        .allMatch(trial -> (trial.arm() == Arm.BASE) == (trial.verdict() == Verdict.INVALID));
  }

  @Test
  void aBenchmarkThatTheOtherBuildHasNotIsMeasuredInOneOnly() throws Exception {
    change(base, jar -> forget(jar, "SingleThreadBenchmark_get_jmhTest"));
    assertThat(run("--against", "base.jar").code()).isZero();
    assertThat(stored.trials()).hasSize(2).allMatch(TrialRecord::isMain);
  }

  @Test
  void everyTrialIsMeasuredOnBothSetsOfServers() throws Exception {
    Ended ended = run("--against-servers", "local");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertPairs(2);
    assertThat(against().jar()).isNull();
    List<ServerFacts> others = against().servers();
    assertThat(others).hasSize(1);
    assertThat(others.get(0).endpoint())
        .isNotEqualTo(RunReader.read(stored.path()).head().servers().get(0).endpoint());
    suite.awaitNothingLeft(SOON);
  }

  @Test
  void aKilledRunGoesOnAgainstTheSameBuildOnly() throws Exception {
    SuiteProcess run = start("--against", "base.jar", "--against-servers", "local");
    run.awaitFork(stored, 1);
    run.signal("KILL");
    run.await();
    suite.awaitNobodyLeft(SOON);

    Ended alone = suite.run("run", "--resume", "r");
    assertThat(alone.err()).contains("was begun against other servers: resume it with the same");
    assertThat(alone.code()).isEqualTo(ExitCode.RUN_ERROR.code());

    Files.writeString(base, "more", UTF_8, StandardOpenOption.APPEND);
    Ended changed = suite.run("run", "--resume", "r", "--against-servers", "local");
    assertThat(changed.err()).contains("base.jar, which is another file now");
    Files.copy(Suite.JAR, base, StandardCopyOption.REPLACE_EXISTING);

    Ended ended = suite.run("run", "--resume", "r", "--against-servers", "local");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertPairs(2);
    suite.awaitNothingLeft(SOON);
  }

  @Test
  void whatIsNoOtherBuildIsRefusedBeforeAnythingStarts() throws Exception {
    Files.writeString(base, "no jar");
    Ended ended = run("--against", "base.jar");
    assertThat(ended.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(ended.err()).startsWith("error: --against: base.jar is no jar");
    assertThat(stored.path()).doesNotExist();
  }

  private SuiteProcess start(String... more) throws Exception {
    return suite.start(words(more));
  }

  private Ended run(String... more) throws Exception {
    return suite.run(words(more));
  }

  private static String[] words(String... more) {
    List<String> words = new ArrayList<>(List.of("run", "--plan", "tiny.yaml", "--rounds", "2"));
    words.addAll(List.of("--id", "r"));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  /** Two trials of each round follow each other, and no third one comes. */
  private void assertPairs(int rounds) {
    List<TrialRecord> trials = stored.trials();
    assertThat(trials).hasSize(2 * rounds).allMatch(t -> t.verdict() != Verdict.INVALID);
    for (int round = 1; round <= rounds; round++) {
      List<TrialRecord> pair = trials.subList(2 * round - 2, 2 * round);
      assertThat(pair).extracting(TrialRecord::round).containsOnly(round);
      assertThat(pair).extracting(TrialRecord::arm).containsExactlyInAnyOrder(Arm.MAIN, Arm.BASE);
    }
  }

  /** Whether both forks of the first round were there at one time. */
  private boolean pairsOverlap() {
    TrialRecord first = stored.trials().get(0);
    TrialRecord second = stored.trials().get(1);
    return second.startedAt().isBefore(first.startedAt().plusMillis(first.wallMillis()));
  }

  private Against against() {
    Against against = RunReader.read(stored.path()).head().against();
    assertThat(against).isNotNull();
    return against;
  }

  private interface Change {
    void make(FileSystem jar) throws Exception;
  }

  private static void change(Path jar, Change change) throws Exception {
    try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
      change.make(files);
    }
  }

  /** Takes a benchmark out of a jar's list. */
  private static void forget(FileSystem jar, String generated) throws Exception {
    Path list = jar.getPath("META-INF/BenchmarkList");
    List<String> lines =
        Files.readAllLines(list).stream().filter(line -> !line.contains(generated)).toList();
    Files.write(list, lines);
  }
}
