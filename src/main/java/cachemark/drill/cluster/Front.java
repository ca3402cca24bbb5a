// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import cachemark.server.RunningServer;
import cachemark.store.Endpoint;
import java.util.List;
import java.util.function.Consumer;

/** A proxy before memcached servers. */
interface Front extends AutoCloseable {
  /** Where clients find it. */
  Endpoint endpoint();

  /** Its processes, none where it runs in this one. */
  List<RunningServer> servers();

  /** Tells {@code news} from now on what it does by itself. */
  void tell(Consumer<String> news);

  /**
   * Whether it holds a server for one that is there and has all its keys; true if it cannot tell.
   */
  boolean isWhole(int server);

  @Override
  void close();
}
