// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachemark.cacheaside.Policy;
import cachemark.cacheaside.Rules;
import cachemark.load.CachedTable;
import cachemark.load.LoadPlan;
import cachemark.load.Spacing;
import cachemark.plan.workload.LoadCell;
import cachemark.store.CacheType;
import cachemark.store.DriverType;
import cachemark.store.Durability;
import cachemark.store.Expiry;
import cachemark.store.Index;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Loads that want the same table follow one another, and chance does the rest. */
final class LoadOrderTest {
  private final Map<LoadCell, LoadPlan> loads = new LinkedHashMap<>();

  LoadOrderTest() {
    for (int i = 0; i < 30; i++) {
      loads.put(cell(i), plan(1_000 * (1 + i % 3)));
    }
  }

  private static LoadCell cell(int number) {
    return new LoadCell("group", null, Map.of("number", Integer.toString(number)), List.of());
  }

  private static LoadPlan plan(int keys) {
    CachedTable table =
        new CachedTable(
            CacheType.NONE,
            new Rules(Policy.READ_THROUGH, Expiry.NEVER),
            null,
            1,
            0,
            Index.PRIMARY,
            DriverType.MARIADB_CONNECTOR,
            Durability.RELAXED);
    Duration second = Duration.ofSeconds(1);
    return new LoadPlan(
        table, null, Spacing.CONSTANT, 1, 1, 1, 1, keys, 100, 7, second, second, second);
  }

  @Test
  void everyLoadIsThereOnceAndTablesChangeAsRarelyAsCanBe() {
    for (int round = 0; round < 5; round++) {
      List<LoadCell> order = new LoadOrder(loads, 12).of(round);
      assertThat(order).containsExactlyInAnyOrderElementsOf(loads.keySet());
      int changes = 0;
      for (int i = 1; i < order.size(); i++) {
        changes += keys(order.get(i)) == keys(order.get(i - 1)) ? 0 : 1;
      }
      assertThat(changes).isEqualTo(2);
    }
  }

  private int keys(LoadCell cell) {
    return loads.get(cell).keys();
  }

  @Test
  void roundsDifferAndASeedRepeatsThem() {
    LoadOrder order = new LoadOrder(loads, 12);
    assertThat(order.of(1)).isNotEqualTo(order.of(2)).isEqualTo(new LoadOrder(loads, 12).of(1));
    assertThat(order.of(1)).isNotEqualTo(new LoadOrder(loads, 13).of(1));
  }
}
