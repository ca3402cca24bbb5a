// SPDX-License-Identifier: Apache-2.0
package cachemark.report.html;

import java.util.List;

/**
 * Something that parts of the page can be chosen by.
 *
 * @param name in the page's address, as in {@code store}
 * @param label for people
 * @param choices all there are
 */
public record Filter(String name, String label, List<String> choices) {
  public Filter {
    choices = List.copyOf(choices);
  }

  /** One for each of the traits. */
  public static List<Filter> of(Traits all) {
    return List.of(
        new Filter("store", "Store", List.copyOf(all.stores())),
        new Filter("client", "Client", List.copyOf(all.clients())),
        new Filter("connections", "Connections", List.copyOf(all.connections())),
        new Filter("threads", "Threads", all.threadNames()));
  }
}
