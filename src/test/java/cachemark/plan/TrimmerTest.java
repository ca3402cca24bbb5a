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
    Plan trimmed = trim(plan);

    assertThat(trimmed.rounds()).isEqualTo(3);
    List<String> counts = trimmed.experiments().get(0).axes().get("operations");
    assertThat(counts).startsWith("1000");
    assertThat(counts.get(counts.size() - 1)).isIn("6000", "3000");
    if (counts.size() > 2) {
      assertThat(counts).endsWith("6000").isSubsetOf(SINGLE.axes().get("operations"));
    }
    assertThat(trimmed.experiments().get(1).threads())
        .startsWith(1)
        .endsWith(50)
        .isSubsetOf(THREADED.threads());
  }

  @Property(tries = 200)
  void theBudgetIsKeptOrNothingIsLeftToLeaveOut(
      @ForAll @IntRange(min = 1, max = 120) int budgetSeconds) {
    Plan plan = new Plan("test", 3, budgetSeconds, List.of(SINGLE, THREADED));
    Plan trimmed = trim(plan);

    boolean fits = Cost.ASSUMED.of(trimmed, 2).compareTo(Duration.ofSeconds(budgetSeconds)) <= 0;
    boolean least =
        trimmed.experiments().get(0).axes().get("operations").equals(List.of("1000", "3000"))
            && trimmed.experiments().get(1).threads().size() == 2;
    assertThat(fits || least).isTrue();
  }

  @Example
  void aPlanThatFitsIsLeftAsItIs() {
    Plan plan = new Plan("test", 1, 100_000, List.of(SINGLE, THREADED));
    assertThat(trim(plan)).isEqualTo(plan);
  }

  @Example
  void theLongestListGivesFirst() {
    Plan plan = Plans.plan(SINGLE, THREADED).withRounds(1);
    long seconds = Cost.ASSUMED.of(plan, 2).toSeconds();
    Plan trimmed = trim(new Plan("test", 1, (int) seconds, plan.experiments()));
    assertThat(trimmed.experiments().get(0).axes().get("operations"))
        .containsExactly("1000", "2000", "3000", "5000", "6000");
    assertThat(trimmed.experiments().get(1)).isEqualTo(THREADED);
  }

  @Example
  void whatIsComparedKeepsTheSamePoints() {
    Experiment memcached = Plans.experiment(List.of(1), "operations=500,1000,8000", "ttl=60s");
    Experiment redis = Plans.experiment(List.of(1), "operations=500,1000,8000", "ttl=none");
    Plan plan = new Plan("test", 3, 8, List.of(memcached, redis));
    Plan trimmed = trim(plan);
    assertThat(trimmed.experiments())
        .extracting(experiment -> experiment.axes().get("operations"))
        .containsOnly(List.of("500", "1000"));
  }

  private static Plan trim(Plan plan) {
    return new Trimmer(Cost.ASSUMED, 2).trim(plan);
  }
}
