// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.Isolated;
import cachemark.cli.SuiteProcess.Ended;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor} as a process of its own. */
final class DoctorIT {
  @TempDir private Path folder;
  private Suite suite;

  @BeforeEach
  void prepare() throws Exception {
    // Where the tests run as root, the echo server runs as nobody and must get to its class.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    suite = new Suite(Files.createDirectory(folder.resolve("with space")));
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    suite.awaitNothingLeft(Duration.ofSeconds(3));
    assertThat(suite.temporary()).isDirectoryNotContaining("glob:**cachemark-floor-*");
  }

  @Isolated
  @Test
  void saysWhatThereIsInGroups() throws Exception {
    Ended ended = suite.start(Map.of("LC_ALL", "C"), "doctor").await();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out().lines().filter(line -> !line.startsWith("  ")))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("Machine"),
            line -> assertThat(line).isEqualTo("Settings that bend measurements"),
            line -> assertThat(line).isEqualTo("Noise"),
            line -> assertThat(line).startsWith("Floor"),
            line -> assertThat(line).isEqualTo("Servers"),
            line -> assertThat(line).startsWith("ready: a quick run takes about 11 min with"));
    assertThat(ended.out().lines().filter(line -> line.startsWith("  ")))
        .allSatisfy(line -> assertThat(line).matches("  (ok|note|warning|missing) +\\S.*"))
        .anySatisfy(line -> assertThat(line).contains("memcached, 1."))
        .anySatisfy(line -> assertThat(line).contains("loopback TCP: p50 "))
        .anySatisfy(line -> assertThat(line).contains("Unix domain socket: p50 "));
    assertThat(ended.code()).isZero();
  }

  @Isolated
  @Test
  void saysTheSameInJson() throws Exception {
    long start = System.nanoTime();
    Ended ended = suite.run("doctor", "--json");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(35));
    assertThat(ended.code()).isZero();
    JsonNode json = new ObjectMapper().readTree(ended.out());
    assertThat(json.get("schemaVersion").asInt()).isEqualTo(1);
    assertThat(json.get("ready").asBoolean()).isTrue();
    assertThat(json.get("findings").fieldNames())
        .toIterable()
        .containsExactly("machine", "settings", "noise", "floor", "servers");
    assertThat(json.get("floor")).isNotEmpty();
    assertThat(json.get("floor"))
        .allSatisfy(
            floor -> {
              assertThat(floor.get("p50Nanos").asLong()).isPositive();
              assertThat(floor.get("p99Nanos").asLong())
                  .isGreaterThanOrEqualTo(floor.get("p50Nanos").asLong());
              assertThat(floor.get("count").asLong()).isPositive();
            });
  }

  @Test
  void disturbsNobodyWhoMeasures() throws Exception {
    Ended ended = whileSomebodyMeasures("doctor");
    assertThat(ended.out())
        .contains("not ready: another cachemark run is measuring on this machine")
        .contains("note     floor: unknown (not to disturb it)")
        .doesNotContain("p50");
  }

  @Test
  void whereServersCannotGetThroughItSaysWhere() throws Exception {
    Assumptions.assumeTrue("root".equals(System.getProperty("user.name")));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    assertThat(whileSomebodyMeasures("doctor").out())
        .contains("servers run as nobody", "chmod o+x '" + folder + "'");
  }

  @Test
  void whereNothingCanBeWrittenNoRunIsPossible() throws Exception {
    assertThat(whileSomebodyMeasures("doctor", "--results", "/dev/null/results").out())
        .contains("missing  ", "/dev/null is not a folder");
  }

  /** Then nothing is measured, which would take half a minute. */
  private Ended whileSomebodyMeasures(String... command) throws Exception {
    Path lock = suite.temporary().resolve("cachemark-" + System.getProperty("user.name") + ".lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      Ended ended = suite.run(command);
      assertThat(ended.code()).isEqualTo(ExitCode.RUN_ERROR.code());
      assertThat(ended.err()).isEmpty();
      return ended;
    }
  }

  @Test
  void leavesNothingWhenItIsKilled() throws Exception {
    SuiteProcess doctor = suite.start("doctor");
    doctor.awaitChild("cachemark.floor.Ping");
    doctor.signal("KILL");
    suite.awaitNobodyLeft(Duration.ofSeconds(5));
    suite.run(
        "FloorBenchmark.memoryGet", "-f", "0", "-wi", "0", "-i", "1", "-r", "100ms"); // sweeps
  }
}
