// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.plan.Cell;
import cachemark.report.figure.Named;
import cachemark.report.figure.SeriesKey;
import java.util.Set;

/** Command against command of one store, through one client. */
record Commands() implements Sides {

  @Override
  public SeriesKey key(Cell cell) {
    return new SeriesKey(Labels.store(cell.param("store")), Named.NOTHING, cell.param("command"));
  }

  @Override
  public String name(SeriesKey key) {
    return key.operation();
  }

  @Override
  public Set<String> parameters() {
    return Set.of("store", "command");
  }
}
