// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.plan.Cell;
import cachemark.plan.Placement;
import cachemark.report.catalogue.Labels;
import cachemark.store.CacheType;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.DriverType;
import cachemark.store.Index;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that tells the cells of a slice apart, by name: their parameters and what else they
 * differ by, in values that cells of different servers share.
 */
final class Traits {
  static final String BENCHMARK = "benchmark";
  static final String THREADS = "threads";
  static final String OPERATIONS = "operations";
  static final String STORE = "store";
  static final String CACHE = "cache";

  private static final String CLIENT = "client";
  private static final String KEYS = "keys";
  private static final String BATCH = "Batch";

  private Traits() {}

  /** The traits of {@code cell}. */
  static SortedMap<String, String> of(Cell cell) {
    SortedMap<String, String> traits = new TreeMap<>(cell.params());
    traits.put(BENCHMARK, cell.benchmark());
    traits.put(THREADS, String.valueOf(cell.threads()));
    traits.put("placement", cell.placement().name());
    // Each server has its own library; thin sockets are the same for all.
    traits.computeIfPresent(
        CLIENT, (name, client) -> ClientType.isThin(client) ? client : ClientType.LIBRARY.name());
    // A table alone has neither, and every slice admits one way of each cache only.
    if (traits.containsKey(CACHE)) {
      traits.remove("ttl");
      traits.remove("policy");
    }
    // A key space of exactly the batch grows with it.
    if (traits.containsKey(KEYS) && traits.get(KEYS).equals(traits.get(OPERATIONS))) {
      traits.remove(KEYS);
    }
    return traits;
  }

  /** The trait as a number; NaN where it is none. */
  static double number(Map<String, String> traits, String name) {
    String value = traits.getOrDefault(name, "");
    return value.matches("[0-9]{1,15}") ? Double.parseDouble(value) : Double.NaN;
  }

  /** One trait in a word or two. */
  static String words(String name, String value) {
    return switch (name) {
      case BENCHMARK -> operation(value);
      case STORE -> Labels.store(value).label();
      case CACHE -> Labels.of(CacheType.class, value, CacheType::label);
      case CLIENT -> Labels.client(value).label();
      case "driver" -> Labels.of(DriverType.class, value, DriverType::label);
      case "index" -> Labels.of(Index.class, value, Index::label);
      case "connections" -> Labels.of(Connections.class, value, Connections::label);
      case "placement" -> Labels.of(Placement.class, value, Placement::label);
      default -> name + " " + value;
    };
  }

  private static String operation(String benchmark) {
    String method = benchmark.substring(benchmark.indexOf('.') + 1);
    return method.endsWith(BATCH) ? method.substring(0, method.length() - BATCH.length()) : method;
  }
}
