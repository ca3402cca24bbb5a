// SPDX-License-Identifier: Apache-2.0
package cachemark.report.html;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What a part of the page can be found by.
 *
 * @param stores names of the caches in it
 * @param clients names of the libraries in it
 * @param connections how they are used in it
 * @param threads how many measure in it
 */
public record Traits(
    NavigableSet<String> stores,
    NavigableSet<String> clients,
    NavigableSet<String> connections,
    NavigableSet<Integer> threads) {

  /** All of several. */
  public static Traits of(Collection<Traits> all) {
    Traits joined = new Traits(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    for (Traits one : all) {
      joined.stores.addAll(one.stores);
      joined.clients.addAll(one.clients);
      joined.connections.addAll(one.connections);
      joined.threads.addAll(one.threads);
    }
    return joined;
  }

  /** The stores in one attribute. */
  public String storeList() {
    return String.join(" ", stores);
  }

  /** The clients in one attribute. */
  public String clientList() {
    return String.join(" ", clients);
  }

  /** The uses of connections in one attribute. */
  public String connectionList() {
    return String.join(" ", connections);
  }

  /** The numbers of threads in one attribute. */
  public String threadList() {
    return String.join(" ", threadNames());
  }

  /** The numbers of threads, ascending. */
  public List<String> threadNames() {
    return threads.stream().map(String::valueOf).toList();
  }
}
