// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

import java.util.function.Consumer;

/** What is drilled: servers, and what stands between them and whoever uses them. */
public interface Subject extends AutoCloseable {
  /** Its servers. */
  Layout layout();

  /** What one of them is called, as in {@code primary 1}. */
  String serverName(int server);

  /** A client for one thread, not yet connected; it ends with the subject. */
  Client open();

  /** Tells {@code news} from now on what the subject does by itself, in a few words each. */
  default void tell(Consumer<String> news) {}

  /**
   * Whether whoever else holds the keys of a server is there and has them all, as far as the
   * subject tells: whoever restarts servers with care waits for it.
   */
  default boolean canSpare(int server) {
    return true;
  }

  /** Does something to a server, and returns when it is done. */
  void apply(Fault fault, int server);

  /** Ends everything that was started for it. */
  @Override
  void close();
}
