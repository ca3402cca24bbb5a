// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class TrimmerTest {
  private static final Experiment SINGLE =
      Plans.experiment(List.of(1), "operations=1000,2000,3000,4000,5000,6000", "store=REDIS");
  private static final Experiment THREADED =
      Plans.experiment(List.of(1, 5, 10, 50), "operations=200", "store=REDIS");

  @Property(tries = 200)
  void theEndsAndTheRoundsStay(@ForAll @IntRange(min = 1, max = 120) int budgetSeconds) {
    Plan plan = new Plan("test", 3, budgetSeconds, List.of(SINGLE, THREADED));
    Plan trimmed = Trimmer.trim(plan, 2);

    assertThat(trimmed.rounds()).isEqualTo(3);
    assertThat(trimmed.experiments().get(0).axes().get("operations"))
        .startsWith("1000")
        .endsWith("6000")
        .isSubsetOf(SINGLE.axes().get("operations"));
    assertThat(trimmed.experiments().get(1).threads())
        .startsWith(1)
        .endsWith(50)
        .isSubsetOf(THREADED.threads());
  }

  @Property(tries = 200)
  void theBudgetIsKeptOrOnlyTheEndsAreLeft(
      @ForAll @IntRange(min = 1, max = 120) int budgetSeconds) {
    Plan plan = new Plan("test", 3, budgetSeconds, List.of(SINGLE, THREADED));
    Plan trimmed = Trimmer.trim(plan, 2);

    boolean fits = Cost.of(trimmed, 2).compareTo(Duration.ofSeconds(budgetSeconds)) <= 0;
    boolean onlyEnds =
        trimmed.experiments().get(0).axes().get("operations").size() == 2
            && trimmed.experiments().get(1).threads().size() == 2;
    assertThat(fits || onlyEnds).isTrue();
  }

  @Example
  void aPlanThatFitsIsLeftAsItIs() {
    Plan plan = new Plan("test", 1, 100_000, List.of(SINGLE, THREADED));
    assertThat(Trimmer.trim(plan, 2)).isEqualTo(plan);
  }

  @Example
  void theLongestListGivesFirst() {
    Plan plan = Plans.plan(SINGLE, THREADED).withRounds(1);
    long seconds = Cost.of(plan, 2).toSeconds();
    Plan trimmed = Trimmer.trim(new Plan("test", 1, (int) seconds, plan.experiments()), 2);
    assertThat(trimmed.experiments().get(0).axes().get("operations"))
        .containsExactly("1000", "2000", "3000", "5000", "6000");
    assertThat(trimmed.experiments().get(1)).isEqualTo(THREADED);
  }
}
