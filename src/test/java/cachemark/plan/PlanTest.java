// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlanTest {
  private static final Experiment ONE = Plans.experiment(List.of(1), "store=REDIS");

  @Test
  void cellsComeInTheOrderOfThePlan() {
    Plan plan = Plans.plan(Plans.experiment(List.of(3, 1), "operations=20,10"));
    assertThat(plan.cells(2).keySet())
        .extracting(cell -> cell.threads() + "/" + cell.param("operations"))
        .containsExactly("3/20", "3/10", "1/20", "1/10");
    assertThat(plan.cells(2).values()).containsOnly(new Effort(Plans.TIMING));
  }

  @Test
  void aCellThatTwoExperimentsNameIsRefused() {
    assertNamedTwice(Plans.plan(ONE, ONE));
  }

  @Test
  void aCellThatOneExperimentNamesTwiceIsRefused() {
    assertNamedTwice(Plans.plan(Plans.experiment(List.of(1), "store=REDIS,redis")));
    assertNamedTwice(
        Plans.plan(Plans.experiment(List.of(1), "store=REDIS", "client=LETTUCE,LIBRARY")));
    assertNamedTwice(Plans.plan(Plans.experiment(List.of(1, 1), "store=REDIS")));
  }

  @Test
  void aPlacementIsOfEveryExperiment() {
    Plan plan = Plans.plan(ONE, ONE).withPlacement(Placement.SPLIT);
    assertThat(plan.experiments()).extracting(Experiment::placement).containsOnly(Placement.SPLIT);
  }

  @Test
  void someValuesOfAnAxisCanBeLeftOut() {
    Experiment paths = Plans.experiment(List.of(1), "path=DIRECT,TWEMPROXY");
    Experiment twemproxy = Plans.experiment(List.of(2), "path=TWEMPROXY");
    Plan plan = Plans.plan(ONE, paths, twemproxy);
    assertThat(plan.without(Axis.PATH, List.of("TWEMPROXY")))
        .contains(Plans.plan(ONE, Plans.experiment(List.of(1), "path=DIRECT")));
    assertThat(plan.without(Axis.PATH, List.of())).contains(plan);
    assertThat(Plans.plan(twemproxy).without(Axis.PATH, List.of("TWEMPROXY"))).isEmpty();
  }

  @Test
  void otherRoundsHaveAsMuchMoreOrLessTime() {
    assertThat(Plans.plan(ONE).withRounds(7)).isEqualTo(new Plan("test", 7, 1_400, List.of(ONE)));
    assertThat(Plans.plan(ONE).withRounds(1)).isEqualTo(new Plan("test", 1, 200, List.of(ONE)));
    assertThat(new Plan("test", 1, Integer.MAX_VALUE, List.of(ONE)).withRounds(2).budgetSeconds())
        .isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void otherRoundsAreCheckedToo() {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> Plans.plan(ONE).withRounds(0))
        .withMessage("rounds is 0; it goes from 1 to 1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "../x", "a/b", "a b", "-x", "ä"})
  void aNameThatNamesNoFolderIsRefused(String name) {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> new Plan(name, 1, 1, List.of(ONE)))
        .withMessage(
            "\"%s\" cannot name a plan: up to 60 letters, digits, dots, dashes and underscores can",
            name);
  }

  @Test
  void aCellIsNamedByAllThatItIs() {
    SortedMap<String, String> params = new TreeMap<>();
    params.put("store", "REDIS");
    params.put("operations", "500");
    Cell cell =
        new Cell("E2w", Variant.TODAY, "A.setBatch", Mode.BATCH, params, 20, Placement.FREE);
    assertThat(cell.id())
        .isEqualTo("E2w-today A.setBatch batch t20 free [operations=500,store=REDIS]");
    assertThat(cell.method()).isEqualTo("setBatch");
    assertThat(cell.param("client")).isEmpty();
    assertThat(new Trial(cell, 3, Plans.TIMING).id()).isEqualTo(cell.id() + " r3");
  }

  private static void assertNamedTwice(Plan plan) {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> plan.cells(2))
        .withMessageStartingWith("the plan names a cell twice: E1r-report ");
  }
}
