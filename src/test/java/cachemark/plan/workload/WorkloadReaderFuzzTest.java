// SPDX-License-Identifier: Apache-2.0
package cachemark.plan.workload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.PlanException;
import cachemark.plan.PlanSource;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is in a file, it is a plan of loads or a sentence about it. */
final class WorkloadReaderFuzzTest {
  private static final List<String> PIECES =
      List.of(
          "profile: x\n",
          "rounds: 1\n",
          "budgetSeconds: 9\n",
          "workload: {}\n",
          "loads:\n",
          "experiments: ",
          "  - id: a\n",
          "    vary: ",
          "    with: ",
          "    events: ",
          "    shows: mix\n",
          "{keys: [1]}",
          "{keys: 1}",
          "[{at: 1s, what: kill}]",
          "at: ",
          "what: ",
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
          "1",
          "~",
          "'",
          "&a ",
          "*a",
          "!!binary ",
          "|\n",
          "? ",
          "#",
          "---\n",
          "<<: ");

  @Property
  void anyBytesAreAPlanOrRefused(@ForAll byte[] yaml) {
    assertPlanOrRefused(yaml);
  }

  @Property
  void anyMixtureOfYamlIsAPlanOrRefused(@ForAll("mixtures") String yaml) {
    assertPlanOrRefused(yaml.getBytes(UTF_8));
  }

  @Property
  void anyLineInPlaceOfAnotherIsAPlanOrRefused(@ForAll("mends") String yaml) {
    assertPlanOrRefused(yaml.getBytes(UTF_8));
  }

  @Property(tries = 300)
  void aPlanThatWasCutAnywhereIsAPlanOrRefused(@ForAll("cuts") byte[] yaml) {
    assertPlanOrRefused(yaml);
  }

  @Provide
  Arbitrary<String> mixtures() {
    return Arbitraries.of(PIECES).list().ofMaxSize(30).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> mends() {
    List<String> lines = Workloads.TEXT.lines().toList();
    return Arbitraries.integers()
        .between(0, lines.size() - 1)
        .flatMap(
            i ->
                Arbitraries.of(PIECES)
                    .list()
                    .ofMaxSize(3)
                    .map(pieces -> Workloads.TEXT.replace(lines.get(i), String.join("", pieces))));
  }

  @Provide
  Arbitrary<byte[]> cuts() {
    byte[] whole = Workloads.TEXT.getBytes(UTF_8);
    return Arbitraries.integers()
        .between(0, whole.length)
        .map(length -> Arrays.copyOf(whole, length));
  }

  private static void assertPlanOrRefused(byte[] yaml) {
    try {
      PlanSource source = PlanSource.of("my.yaml", yaml);
      boolean ofLoads = source.isOfLoads();
      WorkloadPlan plan = WorkloadReader.read(source);
      assertThat(ofLoads).isTrue();
      assertThat(plan.loads()).isNotEmpty();
      assertThat(plan.cells()).doesNotHaveDuplicates();
    } catch (PlanException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("\tat ");
    }
  }
}
