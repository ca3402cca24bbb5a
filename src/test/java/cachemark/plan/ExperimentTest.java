// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ExperimentTest {
  private static final String[] AXES = {
    "store=MEMCACHED,REDIS", "client=LIBRARY", "connections=kept,shared", "operations=1_000,5000"
  };

  @Test
  void thereIsACellForEachCombination() {
    Experiment experiment = Plans.experiment(List.of(1, 20), AXES);
    assertThat(experiment.cells(2)).hasSize(2 * 2 * 2 * 2).doesNotHaveDuplicates();
  }

  @Test
  void cellsHaveCanonicalValuesAndConcreteClients() {
    Experiment experiment = Plans.experiment(List.of(1), "store=redis", "client=library");
    assertThat(experiment.cells(2))
        .extracting(Cell::params)
        .containsExactly(new TreeMap<>(Map.of("store", "REDIS", "client", "LETTUCE")));
  }

  @Test
  void allCellsShareThePlacementThatFitsTheMostThreads() {
    assertThat(Plans.experiment(List.of(1), AXES).cells(2))
        .extracting(Cell::placement)
        .containsOnly(Placement.SAME);
    assertThat(Plans.experiment(List.of(1, 20), AXES).cells(2))
        .extracting(Cell::placement)
        .containsOnly(Placement.FREE);
    assertThat(Plans.experiment(List.of(1, 20), AXES).cells(4))
        .extracting(Cell::placement)
        .containsOnly(Placement.SPLIT);
  }

  @Test
  void thePlacementAskedForWins() {
    Experiment experiment = Plans.experiment(List.of(1), AXES).withPlacement(Placement.FREE);
    assertThat(experiment.cells(8)).extracting(Cell::placement).containsOnly(Placement.FREE);
  }

  @Test
  void withoutAxesThereIsOneCellForEachNumberOfThreads() {
    assertThat(Plans.experiment(List.of(1, 2, 3)).cells(2)).hasSize(3);
  }

  @Test
  void tenThousandCellsAreTheMost() {
    String hundred = "1" + ",1".repeat(99);
    assertThat(Plans.experiment(List.of(1), "keys=" + hundred, "operations=" + hundred).threads())
        .containsExactly(1);
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(
            () -> Plans.experiment(List.of(1, 2), "keys=" + hundred, "operations=" + hundred))
        .withMessage("experiment E1r has 20000 cells; 10000 are the most there can be");
  }

  @Test
  void whatDoesNotGoTogetherIsRefusedWhenCellsAreMade() {
    Experiment wrong = Plans.experiment(List.of(1), "store=REDIS", "client=XMEMCACHED");
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> wrong.cells(2))
        .withMessageStartingWith("client XMEMCACHED does not speak to REDIS");
  }
}
