// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;

/** Whatever is in a file, it is a plan or a sentence about it. */
final class PlanReaderFuzzTest {
  private static final List<String> PIECES =
      List.of(
          "profile: x\n",
          "rounds: ",
          "budgetSeconds: 9\n",
          "experiments:\n",
          "  - ",
          "- ",
          "{",
          "}",
          "[",
          "]",
          ", ",
          ": ",
          "\n",
          "  ",
          "\t",
          "axes: ",
          "store: [REDIS]",
          "timing: ",
          "threads: ",
          "1",
          "-1",
          "1e9",
          "0x",
          "~",
          "'",
          "\"",
          "&a ",
          "*a",
          "!!int ",
          "!!binary ",
          "|\n",
          ">\n",
          "? ",
          "#",
          "---\n",
          "...\n",
          "%YAML 1.1\n",
          "\u0085",
          "é",
          "batch",
          "mode: ",
          "<<: ");

  @Property
  void anyBytesAreAPlanOrRefused(@ForAll byte[] yaml) {
    assertPlanOrRefused(yaml);
  }

  @Property
  void anyMixtureOfYamlIsAPlanOrRefused(@ForAll("mixtures") String yaml) {
    assertPlanOrRefused(yaml.getBytes(UTF_8));
  }

  @Property(tries = 300)
  void aPlanThatWasCutAnywhereIsAPlanOrRefused(@ForAll("cuts") byte[] yaml) {
    assertPlanOrRefused(yaml);
  }

  @Example
  void aliasesThatWouldGrowWithoutBoundAreNotFollowed() {
    StringBuilder laughs = new StringBuilder("profile: &a [x, x, x, x, x, x, x, x, x]\n");
    for (char name = 'b'; name < 'z'; name++) {
      laughs.append("rounds: &").append(name).append(" [");
      laughs.append(("*" + (char) (name - 1) + ", ").repeat(9)).append("]\n");
    }
    assertRefusedQuickly(laughs.toString());
  }

  @Example
  void deepNestingIsRefused() {
    assertRefusedQuickly("[".repeat(100_000));
    assertRefusedQuickly("- ".repeat(100_000));
    assertRefusedQuickly("experiments: " + "[{axes: ".repeat(20_000));
  }

  @Example
  void moreCellsThanCouldEverRunAreRefused() {
    String numbers = "1, ".repeat(3_000) + "1";
    assertRefusedQuickly(
        """
        profile: x
        rounds: 1
        budgetSeconds: 1
        experiments:
          - {id: E, variant: today, mode: batch, benchmarks: [A.b], threads: [1],
             axes: {operations: [%s], keys: [%s], valueBytes: [%s]},
             timing: {warmupMillis: 0, iterations: 1, iterationMillis: 1}}
        """
            .replace("%s", numbers));
  }

  @Provide
  Arbitrary<String> mixtures() {
    return Arbitraries.of(PIECES).list().ofMaxSize(30).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<byte[]> cuts() {
    byte[] smoke = PlanProfilesTest.text("smoke").getBytes(UTF_8);
    return Arbitraries.integers()
        .between(0, smoke.length)
        .map(length -> Arrays.copyOf(smoke, length));
  }

  private static void assertRefusedQuickly(String yaml) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> PlanReader.read(PlanSource.of("my.yaml", yaml.getBytes(UTF_8)))));
  }

  private static void assertPlanOrRefused(byte[] yaml) {
    try {
      Plan plan = PlanReader.read(PlanSource.of("my.yaml", yaml));
      assertThat(plan.experiments()).isNotEmpty();
    } catch (PlanException e) {
      assertThat(e).hasMessageStartingWith("my.yaml");
      assertThat(e.getMessage().length()).isGreaterThan("my.yaml: ".length());
    }
  }
}
