// SPDX-License-Identifier: Apache-2.0
package cachemark.report.html;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /**
   * All of them in one attribute, in the order of the filters: words between blanks, and a bar
   * between one kind of them and the next.
   */
  public String words() {
    return Stream.of(stores, clients, connections, threadNames())
        .map(words -> String.join(" ", words))
        .collect(Collectors.joining("|"));
  }

  /** The numbers of threads, ascending. */
  public List<String> threadNames() {
    return threads.stream().map(String::valueOf).toList();
  }
}
