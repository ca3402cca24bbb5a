// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The first connection to every server, all of which have to answer. Not thread-safe. */
final class Start {
  private final Consumer<List<String>> told;
  private final List<String> problems = new ArrayList<>();
  private int awaited;

  /**
   * Of so many servers.
   *
   * @param told gets what is wrong with which server, or nothing if all is well
   */
  Start(int servers, Consumer<List<String>> told) {
    awaited = servers;
    this.told = told;
  }

  void answered() {
    count();
  }

  void failed(Server server, String reason) {
    problems.add(server + ": " + reason);
    count();
  }

  private void count() {
    if (--awaited == 0) {
      told.accept(List.copyOf(problems));
    }
  }
}
