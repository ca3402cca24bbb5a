// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The plans that come with cachemark. */
public final class PlanProfilesTest {
  private static final int CORES = 2;

  static Stream<String> profiles() {
    return PlanSource.PROFILES.stream().filter(name -> !PlanSource.profile(name).isOfLoads());
  }

  @ParameterizedTest
  @CsvSource({"smoke, 1, 90", "quick, 3, 660", "report, 5, 6000"})
  void roundsAndBudgetAreThese(String name, int rounds, int budgetSeconds) {
    Plan plan = PlanReader.profile(name);
    assertThat(plan.profile()).isEqualTo(name);
    assertThat(plan.rounds()).isEqualTo(rounds);
    assertThat(plan.budgetSeconds()).isEqualTo(budgetSeconds);
  }

  @Test
  void theProfilesAreThese() {
    assertThat(PlanSource.PROFILES).containsExactly("smoke", "quick", "cache", "report");
    assertThat(profiles()).containsExactly("smoke", "quick", "report");
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void aProfileKeepsItsBudgetOnTwoCores(String name) {
    Plan trimmed = new Trimmer(Cost.ASSUMED, CORES).trim(PlanReader.profile(name));
    assertThat(Cost.ASSUMED.of(trimmed, CORES)).isLessThanOrEqualTo(budget(trimmed));
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void aProfileTriesBothStoresInBothVariantsAndTheFloor(String name) {
    assertThat(PlanReader.profile(name).cells(CORES).keySet())
        .extracting(cell -> cell.variant().text() + " " + cell.param("store"))
        .contains("report MEMCACHED", "report REDIS", "today MEMCACHED", "today REDIS", "floor ");
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void theReportIsComparedThroughThinSocketsAndTodayThroughLibraries(String name) {
    assertThat(PlanReader.profile(name).cells(CORES).keySet())
        .filteredOn(cell -> cell.mode() == Mode.BATCH && cell.experiment().matches("E[1-4].?"))
        .allSatisfy(
            cell -> {
              boolean report = cell.variant() == Variant.REPORT;
              assertThat(cell.param("client").equals("WIRE")).isEqualTo(report);
              assertThat(cell.param("connections").equals("PER_OP")).isEqualTo(report);
            });
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void theReportsTableHasNoIndexAndOnlyMemcachedExpires(String name) {
    assertThat(PlanReader.profile(name).cells(CORES).keySet())
        .filteredOn(cell -> cell.variant() == Variant.REPORT && !cell.param("cache").isEmpty())
        .isNotEmpty()
        .allSatisfy(
            cell -> {
              assertThat(cell.param("index")).isEqualTo("NONE");
              assertThat(cell.param("engine")).isEqualTo("MYISAM");
              assertThat(cell.param("ttl"))
                  .isEqualTo(cell.param("cache").equals("MEMCACHED") ? "60s" : "none");
            });
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void everyCacheIsTriedInFrontOfTheTable(String name) {
    assertThat(PlanReader.profile(name).cells(CORES).keySet())
        .extracting(cell -> cell.experiment() + cell.variant().text() + " " + cell.param("cache"))
        .contains("E3report NONE", "E3report MEMCACHED", "E3report REDIS", "E3today NONE")
        .contains("E3today MEMCACHED", "E3today REDIS", "E4report NONE", "E4report MEMCACHED")
        .contains("E4report REDIS", "E4today NONE", "E4today MEMCACHED", "E4today REDIS");
  }

  @Test
  void anUnknownProfileBringsTheNearest() {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> PlanReader.profile("qick"))
        .withMessage(
            "unknown profile \"qick\": did you mean \"quick\"? Choices: smoke, quick, cache,"
                + " report");
  }

  /** The text of a profile. */
  public static String text(String profile) {
    try (InputStream in =
        PlanProfilesTest.class.getResourceAsStream("/profiles/" + profile + ".yaml")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Duration budget(Plan plan) {
    return Duration.ofSeconds(plan.budgetSeconds());
  }
}
