// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.plan.Cell;
import cachemark.report.html.Traits;
import cachemark.result.TrialRecord;
import cachemark.store.StoreType;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** What cells can be found by on the page. */
final class CellTraits {
  private CellTraits() {}

  static Traits of(Cell cell) {
    NavigableSet<String> stores = values(cell, "store");
    stores.addAll(values(cell, "cache"));
    if (!cell.param("path").isEmpty()) {
      stores.add(StoreType.MEMCACHED.name());
    }
    return new Traits(
        stores,
        values(cell, "client"),
        values(cell, "connections"),
        new TreeSet<>(Set.of(cell.threads())));
  }

  static Traits of(Collection<TrialRecord> trials) {
    return Traits.of(
        trials.stream().map(TrialRecord::cell).distinct().map(CellTraits::of).toList());
  }

  private static NavigableSet<String> values(Cell cell, String axis) {
    NavigableSet<String> values = new TreeSet<>();
    if (!cell.param(axis).isEmpty()) {
      values.add(cell.param(axis));
    }
    return values;
  }
}
