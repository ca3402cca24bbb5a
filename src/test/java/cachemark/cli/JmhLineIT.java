// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.cli.SuiteProcess.Ended;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JMH's own command line, as benchmarks.jar takes it. */
final class JmhLineIT {
  private static final String SHORT = " -wi 0 -i 1 -r 100ms -w 1ms ";
  private static final String GET = "SingleThreadBenchmark.get$ -bm thrpt -p store=REDIS" + SHORT;

  @TempDir private Path folder;
  private Suite suite;

  @BeforeEach
  void prepare() throws Exception {
    // Of all things a path may have in it, a space breaks most.
    suite = new Suite(Files.createDirectory(folder.resolve("with space")));
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    suite.awaitNothingLeft(Duration.ofSeconds(3));
  }

  @Test
  void listsBenchmarks() throws Exception {
    Ended ended = line("-l");
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .startsWith("Benchmarks:")
        .contains("cachemark.bench.SingleThreadBenchmark.get");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SingleThread -p stoer=REDIS",
        "SingleThread -p store=REDDIS",
        "SingleThread -p store=REDIS -p client=XMEMCACHED",
        "SingleThread -p operations=none",
        "Operations -p store=MEMCACHED -p command=SADD",
        "Operations -p store=REDIS -p command=SADD -p client=WIRE -p connections=PER_OP",
        "SingleThread -p operations",
        "ProxyHop -p path=TWEM",
        "ProxyHop --servers memcached=127.0.0.1:1",
        "SingelThread",
        "SingleThread -f -3",
        "SingleThread --nonsense",
        "SingleThread -jvm /no/such/java",
        "[",
      })
  void aWrongLineIsRefusedInASentence(String words) throws Exception {
    Ended ended = line(words);
    assertThat(ended.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("error: ");
    assertThat(ended.err().lines()).hasSize(1);
  }

  @Test
  void anUnknownProfilerIsNamed() throws Exception {
    Ended ended = line(GET + "-f 1 -prof nonsense");
    assertThat(ended.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(ended.err()).startsWith("error: -prof: ").contains("nonsense");
    assertThat(ended.err().lines()).hasSize(1);
  }

  @Test
  void providesServersAndWritesJson() throws Exception {
    Ended ended =
        suite
            .start(
                Map.of("LANG", "de_DE.UTF-8", "LC_ALL", "de_DE.UTF-8"),
                (GET + "-f 1 -prof gc -rf json -rff out.json").split(" +", -1))
            .await();
    assertThat(ended.code()).as(ended.out()).isZero();
    assertThat(ended.err()).isEmpty();
    JsonNode json = new ObjectMapper().readTree(suite.folder().resolve("out.json").toFile());
    assertThat(json).hasSize(1);
    assertThat(json.get(0).at("/primaryMetric/score").asDouble()).isPositive();
    assertThat(json.get(0).at("/params/store").asText()).isEqualTo("REDIS");
    assertThat(json.get(0).at("/secondaryMetrics/gc.alloc.rate").isObject()).isTrue();
    assertThat(json.get(0).at("/secondaryMetrics/hits/score").asDouble()).isPositive();
  }

  @Test
  void everyLibraryLetsItsForkEndAtOnce() throws Exception {
    long startNanos = System.nanoTime();
    Ended ended =
        line("SingleThreadBenchmark.get$ -bm thrpt -f 1 -p connections=SHARED,KEPT" + SHORT);
    Duration spent = Duration.ofNanos(System.nanoTime() - startNanos);
    assertThat(ended.code()).as(ended.out()).isZero();
    // JMH says so of a fork that a thread keeps alive, and waits up to 30 s for it.
    assertThat(ended.out()).doesNotContain("non-finished threads");
    System.out.println("four forks with libraries took " + spent.toMillis() + " ms");
  }

  @Test
  void runsWithoutAForkToo() throws Exception {
    Ended ended = line(GET + "-f 0");
    assertThat(ended.code()).as(ended.out()).isZero();
    assertThat(ended.out()).contains("SingleThreadBenchmark.get:hits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-jvmArgs -Xmx1k", "-p keys=9000000", "-foe true -p keys=9000000"})
  void aBenchmarkThatFailsIsNoSuccess(String failing) throws Exception {
    Ended ended = line(GET + "-f 1 " + failing);
    assertThat(ended.code()).as(ended.out()).isIn(List.of(1, 4));
    assertThat(ended.err()).startsWith("error: ");
    assertThat(ended.err().lines()).hasSize(1);
  }

  @Test
  void anInterruptLeavesNothing() throws Exception {
    SuiteProcess process = suite.start((GET.replace("100ms", "20s") + "-f 1").split(" +", -1));
    process.awaitChild("ForkedMain");
    Thread.sleep(1_000);
    process.signal("INT");
    Ended ended = process.await();
    assertThat(ended.code()).isEqualTo(130);
    assertThat(ended.err()).isEmpty();
  }

  private Ended line(String words) throws Exception {
    return suite.run(words.strip().split(" +", -1));
  }
}
