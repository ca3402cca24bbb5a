// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cachemark.drill.Script.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What happens when, without letting it happen. */
final class ScenarioTest {
  private static final Layout WITH_BACKUP = new Layout(3, 1);

  @Example
  void thePrimaryIsKilledAndRevived() {
    Script script = Scenario.KILL_REVIVE.script(WITH_BACKUP, Duration.ofSeconds(10), 1);
    assertThat(script.steps())
        .containsExactly(new Step(2_000, Fault.KILL, 0), new Step(5_000, Fault.REVIVE, 0));
    assertThat(script.needsRelay()).isFalse();
  }

  @Example
  void onlyWhatIsCutOffNeedsARelay() {
    assertThat(usual(Scenario.CUT_RETURN, WITH_BACKUP).needsRelay()).isTrue();
    assertThat(usual(Scenario.STOP_CONTINUE, WITH_BACKUP).needsRelay()).isFalse();
  }

  @Example
  void withoutABackupOnlyThePrimaryFails() {
    assertThat(usual(Scenario.BACKUP_THEN_PRIMARY, WITH_BACKUP).steps())
        .extracting(Step::server)
        .containsExactly(3, 3, 0, 0);
    assertThat(usual(Scenario.BACKUP_THEN_PRIMARY, new Layout(3, 0)).steps())
        .extracting(Step::server)
        .containsExactly(0, 0);
  }

  @Example
  void everyServerIsRestartedByItself() {
    List<Step> steps = usual(Scenario.ROLLING_RESTART, WITH_BACKUP).steps();
    assertThat(steps).extracting(Step::server).containsExactly(0, 0, 1, 1, 2, 2, 3, 3);
    requireNeverBothOfAPair(WITH_BACKUP, steps, 0);
  }

  @Example
  void aStepOutsideOfTheScriptIsRefused() {
    List<Step> late = List.of(new Step(1_000, Fault.KILL, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Script(Duration.ofSeconds(1), late))
        .withMessageContaining("lies outside");
  }

  @Property(tries = 300)
  void chanceNeverTakesBothServersOfAKey(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int primaries,
      @ForAll @IntRange(min = 0, max = 1) int backups,
      @ForAll @LongRange(min = 5, max = 60) long seconds) {
    Layout layout = new Layout(primaries, backups);
    Script script = Scenario.RANDOM.script(layout, Duration.ofSeconds(seconds), seed);
    assertThat(script).isEqualTo(Scenario.RANDOM.script(layout, script.duration(), seed));
    requireNeverBothOfAPair(layout, script.steps(), RandomSchedule.SETTLE_MILLIS);
  }

  @Example
  void chanceTakesBackupsTooAndSeveralPrimariesAtOnce() {
    List<Step> steps = Scenario.RANDOM.script(WITH_BACKUP, Duration.ofMinutes(5), 1).steps();
    assertThat(steps).extracting(Step::server).contains(0, 1, 2, 3);
    assertThat(steps).extracting(Step::fault).contains(Fault.CUT, Fault.RESET, Fault.STOP);
  }

  private static Script usual(Scenario scenario, Layout layout) {
    return scenario.script(layout, scenario.usual(), 1);
  }

  /** Each server goes only when it is there, comes back, and has its partner until it settles. */
  private static void requireNeverBothOfAPair(Layout layout, List<Step> steps, long settleMillis) {
    Map<Integer, Long> awayUntil = new HashMap<>();
    for (Step step : steps) {
      if (step.fault().takesAway()) {
        for (Map.Entry<Integer, Long> other : awayUntil.entrySet()) {
          boolean matters =
              other.getKey() == step.server() || layout.arePair(other.getKey(), step.server());
          assertThat(!matters || other.getValue() <= step.atMillis()).as("%s", steps).isTrue();
        }
        awayUntil.put(step.server(), Long.MAX_VALUE);
      } else {
        assertThat(awayUntil).containsEntry(step.server(), Long.MAX_VALUE);
        awayUntil.put(step.server(), step.atMillis() + settleMillis);
      }
    }
    assertThat(awayUntil.values()).doesNotContain(Long.MAX_VALUE);
  }
}
