// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import cachemark.plan.Cell;
import cachemark.store.ClientType;
import cachemark.store.StoreType;

/**
 * What tells the series of a figure apart.
 *
 * @param store axis value, as in {@code MEMCACHED}
 * @param client axis value, as in {@code WIRE}
 * @param operation {@code set} or {@code get}; empty where the x axis tells them apart
 */
public record SeriesKey(String store, String client, String operation) {

  static SeriesKey of(Cell cell, boolean byOperation) {
    return new SeriesKey(
        cell.param("store"), cell.param("client"), byOperation ? operation(cell) : "");
  }

  /** The operation a cell measures, in one word. */
  static String operation(Cell cell) {
    String method = cell.method();
    return method.endsWith("Batch")
        ? method.substring(0, method.length() - "Batch".length())
        : method;
  }

  String storeLabel() {
    return Labels.of(StoreType.class, store, StoreType::label);
  }

  String clientLabel() {
    return Labels.of(ClientType.class, client, ClientType::label);
  }

  /** Whether {@code other} differs in nothing but the store and the library that belongs to it. */
  boolean pairsWith(SeriesKey other) {
    return !store.equals(other.store)
        && operation.equals(other.operation)
        && isThin() == other.isThin();
  }

  boolean isThin() {
    return client.equals(ClientType.WIRE.name());
  }
}
