// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cachemark.cli.SuiteProcess.Ended;
import cachemark.drill.cluster.PathProxies;
import cachemark.result.TrialRecord;
import cachemark.result.Verdict;
import cachemark.server.Programs;
import cachemark.store.PathType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every path to memcached, whole: its servers, its proxy, its trials, its place on the page. */
final class ProxyHopIT {
  private static final String TIMING =
      "timing: {warmupMillis: 300, iterations: 1, iterationMillis: 200}";

  @TempDir private Path folder;
  private Suite suite;

  @BeforeEach
  void prepare() throws Exception {
    suite = new Suite(folder);
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    suite.awaitNothingLeft(Duration.ofSeconds(3));
  }

  @Test
  void everyPathGivesWhatWasPutThere() throws Exception {
    assumeTrue(Programs.find("nutcracker").isPresent(), "without twemproxy one path is missing");
    List<PathType> there =
        Stream.of(PathType.values())
            .filter(path -> PathProxies.missing(path, false).isEmpty())
            .toList();
    assertThat(there).hasSizeGreaterThanOrEqualTo(PathType.values().length - 1);
    String paths =
        Stream.of(PathType.values()).map(PathType::name).collect(Collectors.joining(", "));
    List<TrialRecord> trials =
        run("ProxyHopBenchmark.set, ProxyHopBenchmark.multiget10", "path: [" + paths + "]");
    assertThat(trials).hasSize(2 * there.size());
    for (TrialRecord trial : trials) {
      boolean proxied = PathType.valueOf(trial.cell().param("path")).isProxied();
      assertThat(trial.server().containsKey("proxyCpuNanos")).as(trial.id()).isEqualTo(proxied);
      assertThat(trial.server().get("serverCpuNanos")).as(trial.id()).isPositive();
      assertThat(trial.outcome("hits") + trial.outcome("stored")).as(trial.id()).isPositive();
    }
    assertThat(Files.readString(folder.resolve("charts/r/report.md")))
        .contains("What a hop costs: set", "What a hop costs: multiget of 10 keys");
  }

  @Test
  void aProxySpendsTimeOfItsOwn() throws Exception {
    TrialRecord trial = run("ProxyHopBenchmark.get", "path: [PROXY_REPAIR]").get(0);
    assertThat(trial.server().get("proxyCpuNanos")).isPositive();
    assertThat(suite.results("r").path().resolve("run.json"))
        .content()
        .contains("proxy-repair")
        .contains("--mode");
  }

  @Test
  void aLineOfJmhHasThePathsToo() throws Exception {
    Ended ended =
        suite.run(
            "ProxyHopBenchmark.multiget100 -bm thrpt -f 1 -wi 0 -i 1 -r 100ms -w 1ms -p keys=200 -p path=DIRECT,PROXY_MAGENT"
                .split(" ", -1));
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains("ProxyHopBenchmark.multiget100:hits");
  }

  private List<TrialRecord> run(String benchmarks, String axes) throws Exception {
    String plan =
        suite.plan(
            "hop",
            1,
            "{id: hop, variant: today, mode: sample, benchmarks: ["
                + benchmarks
                + "], threads: [1], axes: {keys: [500], "
                + axes
                + "}, "
                + TIMING
                + "}");
    Ended ended = suite.run("run", "--plan", plan, "--id", "r");
    List<TrialRecord> trials = suite.results("r").trials();
    assertThat(trials)
        .as(ended.out() + ended.err())
        .allSatisfy(trial -> assertThat(trial.reasons()).as(trial.id()).isEmpty())
        .allMatch(trial -> trial.verdict() == Verdict.VALID);
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    return trials;
  }
}
