// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.plan.Cell;
import cachemark.report.figure.SeriesKey;
import java.util.Set;

/**
 * Store against store, each through its client.
 *
 * @param byOperation whether set and get are series of their own
 */
record Stores(boolean byOperation) implements Sides {

  @Override
  public SeriesKey key(Cell cell) {
    return new SeriesKey(
        Labels.store(cell.param("store")),
        Labels.client(cell.param("client")),
        byOperation ? operation(cell) : "");
  }

  @Override
  public Set<String> parameters() {
    return Set.of("store", "client");
  }

  /** The operation a cell measures, in one word. */
  static String operation(Cell cell) {
    String method = cell.method();
    return method.endsWith("Batch")
        ? method.substring(0, method.length() - "Batch".length())
        : method;
  }
}
