// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.Until;
import cachemark.cli.SuiteProcess.Ended;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import cachemark.server.ServerKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does when the network between it and a server is cut. */
final class RunNetworkIT {
  private static final Duration BOUND = Duration.ofSeconds(40);
  private static final String GETS =
      "{id: E1r, variant: today, mode: throughput, benchmarks: [SingleThreadBenchmark.get],"
          + " threads: [1], axes: {store: [REDIS], client: [WIRE], connections: [KEPT]},"
          + " timing: {warmupMillis: 50, iterations: 1, iterationMillis: 5000}}";

  @TempDir private Path folder;
  private ExternalSuite external;
  private Suite suite;
  private StoredFolder stored;
  private RemoteRedis redis;

  @BeforeEach
  void prepare() throws Exception {
    external = new ExternalSuite(folder);
    suite = external.suite();
    stored = suite.results("r");
    redis = RemoteRedis.start(folder);
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    if (redis != null) {
      redis.close();
      Until.holds("link and namespace gone", Duration.ofSeconds(3), redis::isGone);
    }
    suite.awaitNothingLeft(Duration.ofSeconds(3));
  }

  @Test
  void aCutForGoodEndsTheRunWhichCanBeGoneOnWith() throws Exception {
    SuiteProcess run = startAndAwaitSecondTrial();
    redis.cut();
    long startNanos = System.nanoTime();
    Ended ended = run.await();
    Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
    assertThat(ended.err())
        .startsWith("error: redis answers no more: " + redis.access().endpoint() + ": ")
        .hasLineCount(1);
    assertThat(ended.code()).isEqualTo(ExitCode.RUN_ERROR.code());
    assertThat(ended.out())
        .contains("keys may be left on Redis at", "1 finished trials are kept", "--resume");
    assertThat(took).isLessThan(BOUND);
    assertThat(stored.trials()).singleElement().matches(t -> t.verdict() == Verdict.VALID);

    List<String> before = stored.ids();
    redis.mend();
    Ended resumed = suite.run(line("--resume", "r"));
    assertThat(resumed.err()).isEmpty();
    assertThat(resumed.code()).isZero();
    assertThat(stored.ids()).hasSize(3).startsWith(before.toArray(String[]::new));
    assertThat(new HashSet<>(stored.ids())).hasSize(3);
  }

  @Test
  void aCutOfTwoSecondsIsNoticedOrLosesNothing() throws Exception {
    SuiteProcess run = startAndAwaitSecondTrial();
    redis.cut();
    Thread.sleep(Duration.ofSeconds(2).toMillis());
    redis.mend();
    Ended ended = run.await();
    assertThat(ended.err()).isEmpty();
    assertThat(stored.trials()).hasSize(3);
    TrialRecord cut = stored.trials().get(1);
    if (cut.verdict() == Verdict.VALID) {
      assertThat(cut.outcomes())
          .allSatisfy((name, count) -> assertThat(count > 0).isEqualTo(name.equals("hits")));
      assertThat(ended.code()).isZero();
    } else {
      assertThat(cut.reasons()).isNotEmpty();
    }
    assertThat(stored.trials().get(2).verdict()).isEqualTo(Verdict.VALID);
  }

  private SuiteProcess startAndAwaitSecondTrial() throws Exception {
    SuiteProcess run = suite.start(line("--plan", external.plan("cut", 3, GETS), "--id", "r"));
    run.awaitFork(stored, 1);
    Until.holds("a second trial", Duration.ofSeconds(30), () -> stored.measurements() == 2);
    Thread.sleep(Duration.ofSeconds(1).toMillis());
    return run;
  }

  private String[] line(String... words) throws Exception {
    String[] run = new String[words.length + 1];
    run[0] = "run";
    System.arraycopy(words, 0, run, 1, words.length);
    return external.line(Map.of(ServerKind.REDIS, redis.access()), run);
  }
}
