// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import static cachemark.compare.side.SideBuilder.key;
import static org.assertj.core.api.Assertions.assertThat;

import cachemark.compare.side.SideBuilder;
import cachemark.plan.Cell;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SpeedsTest {
  private static final String[] OWN = {
    "experiment=E1w", "variant=today", "placement=same", "client=WIRE"
  };

  @Test
  void twoRunsTellTheSpeedOfTheirCells() {
    Comparison runs =
        Comparison.ofRuns(
            side("base").steady(key(and("store=REDIS")), 2, 5).build(),
            side("new").steady(key(and("store=REDIS")), 1, 5).build(),
            Terms.usual());
    assertThat(Speeds.of(runs)).hasSize(1);
    assertThat(Speeds.of(runs).values().iterator().next().value()).isBetween(1.9, 2.1);
    Cell cell = Speeds.of(runs).keySet().iterator().next();
    assertThat(cell.experiment()).isEqualTo("E1w");
    assertThat(cell.params()).containsOnlyKeys("client", "store");
  }

  @Test
  void alongAnAxisTheCellIsTheOneThatIsCompared() {
    Comparison along =
        Comparison.along(
            side("run")
                .steady(key(and("store=MEMCACHED")), 2, 5)
                .steady(key(and("store=REDIS")), 1, 5)
                .build(),
            "store",
            Terms.usual());
    assertThat(Speeds.of(along).keySet())
        .extracting(c -> c.param("store"))
        .containsExactly("REDIS");
  }

  @Test
  void alongThreadsTooItIs() {
    Comparison along =
        Comparison.along(
            side("run")
                .steady(key("thrpt", 1, and("store=REDIS")), 2, 5)
                .steady(key("thrpt", 10, and("store=REDIS")), 1, 5)
                .build(),
            "threads",
            Terms.usual());
    assertThat(Speeds.of(along).keySet()).extracting(Cell::threads).containsExactly(10);
  }

  @Test
  void acrossAnAxisTheCellIsThatOfNew() {
    Comparison across =
        Comparison.ofRuns(
            side("base").steady(key(and("store=MEMCACHED")), 2, 5).build(),
            side("new").steady(key(and("store=REDIS")), 1, 5).build(),
            Terms.usual("store"));
    assertThat(Speeds.of(across).keySet())
        .extracting(c -> c.param("store"))
        .containsExactly("REDIS");
  }

  @Test
  void whatOtherToolsMeasuredIsNoCellOfOurs() {
    Comparison runs =
        Comparison.ofRuns(
            side("base").steady(key("size=1"), 2, 5).build(),
            side("new").steady(key("size=1"), 1, 5).build(),
            Terms.usual());
    assertThat(Speeds.of(runs)).isEmpty();
  }

  private static SideBuilder side(String name) {
    return new SideBuilder(name);
  }

  private static String[] and(String label) {
    String[] labels = Arrays.copyOf(OWN, OWN.length + 1);
    labels[OWN.length] = label;
    return labels;
  }
}
