// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import static cachemark.report.claims.Standing.CONTRADICTED;
import static cachemark.report.claims.Standing.INCONCLUSIVE;
import static cachemark.report.claims.Standing.NOT_RUN;
import static cachemark.report.claims.Standing.REPRODUCED;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.report.RunBuilder;
import cachemark.result.StoredRun;
import cachemark.result.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaimsTest {
  private static final List<String> ALL =
      List.of(
          "C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10a", "C10b", "C11", "C12", "C13",
          "C14a", "C14b", "C15", "C16", "C17", "C18", "C19", "C20", "C21");
  private static final Set<String> WITHOUT_PARTS = Set.of("C11", "C12", "C13", "C15", "C16");

  /** Those that nothing but counts decides. */
  private static final Set<String> COUNTED = Set.of("C4", "C17", "C18", "C19", "C20");

  private static List<String> measurable() {
    return ALL.stream().filter(id -> !WITHOUT_PARTS.contains(id)).toList();
  }

  @Test
  void everyClaimIsJudgedOnceInTheOrderOfTheReport() {
    assertThat(Claims.of(new ClaimWorld().run())).extracting(JudgedClaim::id).isEqualTo(ALL);
  }

  @ParameterizedTest
  @MethodSource("measurable")
  void inTheWorldOfTheReportItIsReproduced(String id) {
    JudgedClaim claim = claim(id, new ClaimWorld());
    assertThat(claim.standing()).as("%s", claim).isEqualTo(REPRODUCED);
    assertThat(claim.why()).isEmpty();
    assertThat(claim.parts())
        .isNotEmpty()
        .allSatisfy(part -> assertThat(part.numbers()).isNotEmpty());
  }

  static Stream<Arguments> slowerWorlds() {
    return Stream.of(
        slower("C1", cell -> of(cell, "E1r", "MEMCACHED") ? 1.2 : 1),
        slower("C1", cell -> of(cell, "E1w", "REDIS") && has(cell, "operations", 20_000) ? 2 : 1),
        slower("C2", cell -> of(cell, "E2r", "MEMCACHED") && cell.threads() == 50 ? 1.6 : 1),
        slower("C2", cell -> of(cell, "E2w", "MEMCACHED") ? 1.5 : 1),
        slower("C3", cell -> of(cell, "E2w", "REDIS") ? 1.2 : 1),
        slower("C5", cell -> of(cell, "E3", "NONE") ? 3 : 1),
        slower("C5", cell -> of(cell, "E3", "REDIS") ? 1.6 : 1),
        slower("C5", cell -> of(cell, "E3", "NONE") && has(cell, "operations", 10_000) ? 1.4 : 1),
        slower("C6", cell -> of(cell, "E3", "REDIS") ? 1.1 : 1),
        slower("C7", cell -> of(cell, "E4", "NONE") ? 1.5 : 1),
        slower("C7", cell -> of(cell, "E4", "REDIS") ? 1.5 : 1),
        slower("C8", cell -> of(cell, "E4", "NONE") ? Math.pow(operations(cell), -0.8) : 1),
        slower("C8", cell -> of(cell, "E4", "REDIS") && has(cell, "operations", 10_000) ? 1.5 : 1),
        slower("C9", cell -> of(cell, "E4", "MEMCACHED") ? 1.2 : 1),
        slower("C10a", cell -> of(cell, "E4", "REDIS") ? 1.5 : 1),
        slower(
            "C10b",
            cell -> of(cell, "E4", "MEMCACHED") && has(cell, "operations", 20_000) ? 1.3 : 1),
        slower("C14a", cell -> cell.experiment().equals("C14") ? 1.4 : 1),
        slower("C14b", cell -> cell.experiment().equals("C14") ? 10 : 1),
        slower(
            "C21",
            cell -> cell.experiment().equals("C21") && has(cell, "elements", 30_000) ? 0.4 : 1));
  }

  private static Arguments slower(String id, ToDoubleFunction<Cell> factor) {
    return Arguments.of(id, factor);
  }

  @ParameterizedTest
  @MethodSource("slowerWorlds")
  void whereTheTimesLieElsewhereItIsContradicted(String id, ToDoubleFunction<Cell> factor) {
    JudgedClaim claim = claim(id, new ClaimWorld().slower(factor));
    assertThat(claim.standing()).as("%s", claim).isEqualTo(CONTRADICTED);
    assertThat(claim.why()).isNotEmpty();
  }

  static Stream<Arguments> countingWorlds() {
    return Stream.of(
        counting("C1", "E1w", Map.of("refused", 1L)),
        counting("C2", "E2r", Map.of("lost", 1L)),
        counting("C4", "E2", Map.of()),
        counting("C17", "C17", Map.of("lostUpdates", 1L)),
        counting("C17", "C17", Map.of("torn", 1L)),
        counting("C18", "C18", Map.of("hits", 10_000L)),
        counting("C18", "C18", Map.of("hits", 199L)),
        counting("C19", "C19", Map.of("stored", 2_306L)),
        counting("C20", "C20", Map.of("serverError", 1_000L)),
        counting("C20", "C20", Map.of("stored", 1_000L)));
  }

  private static Arguments counting(String id, String experiment, Map<String, Long> outcomes) {
    Function<Cell, Map<String, Long>> counted =
        cell -> cell.experiment().startsWith(experiment) ? counted(cell, outcomes) : Map.of();
    return Arguments.of(id, counted);
  }

  /** Nobody gets more answers than there are connections. */
  private static Map<String, Long> counted(Cell cell, Map<String, Long> outcomes) {
    String connections = cell.param("openConnections");
    return connections.isEmpty()
        ? outcomes
        : Map.of("hits", Math.min(Long.parseLong(connections), outcomes.get("hits")));
  }

  @ParameterizedTest
  @MethodSource("countingWorlds")
  void whatIsCountedContradictsInAnyNumberOfRounds(
      String id, Function<Cell, Map<String, Long>> counted) {
    for (int rounds : new int[] {1, 5}) {
      JudgedClaim claim = claim(id, new ClaimWorld().rounds(rounds).counting(counted));
      assertThat(claim.standing()).as("%s", claim).isEqualTo(CONTRADICTED);
    }
  }

  @ParameterizedTest
  @MethodSource("measurable")
  void withFourRoundsNothingButCountsDecides(String id) {
    JudgedClaim claim = claim(id, new ClaimWorld().rounds(4));
    assertThat(claim.standing())
        .as("%s", claim)
        .isEqualTo(COUNTED.contains(id) ? REPRODUCED : INCONCLUSIVE);
  }

  @ParameterizedTest
  @MethodSource("measurable")
  void whereRoundsScatterItStaysOpen(String id) {
    JudgedClaim claim = claim(id, new ClaimWorld().scattering(id.equals("C14b") ? 4 : 1.5));
    assertThat(claim.standing())
        .as("%s", claim)
        .isEqualTo(COUNTED.contains(id) ? REPRODUCED : INCONCLUSIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C7", "C9", "C10a", "C10b"})
  void whereOneSideMissesItStaysOpen(String id) {
    Function<Cell, Map<String, Long>> expiring =
        cell ->
            switch (cell.experiment() + cell.param("cache")) {
              case "E4MEMCACHED" -> Map.of("hits", 831L, "misses", 169L, "rowsFound", 169L);
              case "E4REDIS" -> Map.of("hits", 1_000L);
              default -> Map.of();
            };
    JudgedClaim claim = claim(id, new ClaimWorld().counting(expiring));
    assertThat(claim.standing()).as("%s", claim).isEqualTo(INCONCLUSIVE);
    assertThat(claim.parts())
        .anySatisfy(
            part -> assertThat(part.numbers()).contains("[hit rates differ: ", "83.1 %", "100 %"));
  }

  @Test
  void whereBothSidesMissAlikeItIsReproduced() {
    JudgedClaim claim =
        claim(
            "C9",
            new ClaimWorld()
                .counting(
                    cell ->
                        cell.param("cache").matches("MEMCACHED|REDIS")
                            ? Map.of("hits", 831L, "misses", 169L)
                            : Map.of()));
    assertThat(claim.standing()).as("%s", claim).isEqualTo(REPRODUCED);
  }

  @ParameterizedTest
  @MethodSource("measurable")
  void withoutItsExperimentsItIsNotRun(String id) {
    JudgedClaim claim = claim(id, new ClaimWorld().only(cell -> !isOf(id, cell)));
    assertThat(claim.standing()).as("%s", claim).isEqualTo(NOT_RUN);
    assertThat(claim.why()).isEmpty();
  }

  @Test
  void whatHasNoPartsIsNotRun() {
    assertThat(Claims.of(new ClaimWorld().run()))
        .filteredOn(claim -> WITHOUT_PARTS.contains(claim.id()))
        .allMatch(claim -> claim.standing() == NOT_RUN && claim.parts().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("measurable")
  void invalidTrialsEnterNothing(String id) {
    assertThat(claim(id, new ClaimWorld().of(Verdict.INVALID)).standing()).isEqualTo(NOT_RUN);
  }

  static Stream<Arguments> halves() {
    return Stream.of(
        half("C1", cell -> !cell.experiment().equals("E1r")),
        half("C5", cell -> !of(cell, "E3", "REDIS")),
        half("C7", cell -> !of(cell, "E4", "NONE")),
        half("C8", cell -> !of(cell, "E4", "NONE")),
        half("C9", cell -> !of(cell, "E4", "REDIS")),
        half("C17", cell -> !cell.method().equals("increment")),
        half("C18", cell -> !has(cell, "openConnections", 200)));
  }

  private static Arguments half(String id, Predicate<Cell> measured) {
    return Arguments.of(id, measured);
  }

  @ParameterizedTest
  @MethodSource("halves")
  void halfOfAClaimDoesNotReproduceIt(String id, Predicate<Cell> measured) {
    JudgedClaim claim = claim(id, new ClaimWorld().only(measured));
    assertThat(claim.standing()).as("%s", claim).isEqualTo(INCONCLUSIVE);
    assertThat(claim.parts()).extracting(JudgedPart::standing).contains(REPRODUCED, NOT_RUN);
  }

  static Stream<Arguments> narrow() {
    return Stream.of(
        half("C3", cell -> cell.threads() != 10),
        half("C4", cell -> cell.threads() <= 10),
        half("C8", cell -> operations(cell) <= 5_000),
        half("C9", cell -> operations(cell) <= 2_000),
        half("C10a", cell -> operations(cell) <= 2_000),
        half("C10b", cell -> operations(cell) <= 15_000),
        half("C21", cell -> !has(cell, "elements", 30_000)));
  }

  @ParameterizedTest
  @MethodSource("narrow")
  void whatDoesNotGoSoFarSaysNothingOfIt(String id, Predicate<Cell> measured) {
    assertThat(claim(id, new ClaimWorld().only(measured)).standing()).isEqualTo(NOT_RUN);
  }

  @Test
  void overOneConnectionNothingIsConcurrent() {
    Cell shared =
        RunBuilder.cell(
            "C17",
            Variant.TODAY,
            "AtomicityBenchmark.increment",
            Mode.BATCH,
            8,
            "store=REDIS",
            "connections=SHARED",
            "operations=2000");
    StoredRun run = new RunBuilder("shared", 1).score(shared, 1, 0.4).build();
    assertThat(claim("C17", run).standing()).isEqualTo(NOT_RUN);
  }

  private static JudgedClaim claim(String id, ClaimWorld world) {
    return claim(id, world.run());
  }

  private static JudgedClaim claim(String id, StoredRun run) {
    return Claims.of(run).stream().filter(claim -> claim.id().equals(id)).findFirst().orElseThrow();
  }

  private static boolean isOf(String id, Cell cell) {
    String experiment =
        switch (id) {
          case "C1" -> "E1";
          case "C2", "C3", "C4" -> "E2";
          case "C5", "C6" -> "E3";
          case "C7", "C8", "C9", "C10a", "C10b" -> "E4";
          case "C14a", "C14b" -> "C14";
          default -> id;
        };
    return cell.experiment().startsWith(experiment);
  }

  private static boolean of(Cell cell, String experiment, String server) {
    return cell.experiment().equals(experiment)
        && (cell.param("store") + cell.param("cache")).equals(server);
  }

  private static boolean has(Cell cell, String param, int value) {
    return cell.param(param).equals(String.valueOf(value));
  }

  private static int operations(Cell cell) {
    String operations = cell.param("operations");
    return operations.isEmpty() ? 0 : Integer.parseInt(operations);
  }
}
