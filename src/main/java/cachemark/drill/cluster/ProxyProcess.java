// SPDX-License-Identifier: Apache-2.0
package cachemark.drill.cluster;

import cachemark.server.RunningServer;
import cachemark.store.Access;
import cachemark.store.Endpoint;
import cachemark.store.Timeouts;
import cachemark.store.memcached.WireMemcachedStore;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A proxy that is a process of its own and says nothing of its servers that could be told. */
final class ProxyProcess implements Front {
  private final Seat.Starter starter;
  private final RunningServer process;

  /** Starts it; it need not know where it is found. */
  ProxyProcess(Seat.Starter starter, Endpoint anyServer) {
    this.starter = starter;
    this.process = starter.start(OptionalInt.empty(), anyServer);
  }

  /** Whether it answers for its servers: not all of them say a version. */
  static void answers(Access access) {
    try (WireMemcachedStore store = new WireMemcachedStore(access, Timeouts.DEFAULT)) {
      store.get("ready");
    }
  }

  @Override
  public Endpoint endpoint() {
    return process.endpoint();
  }

  @Override
  public List<RunningServer> servers() {
    return List.of(process);
  }

  @Override
  public void tell(Consumer<String> news) {}

  @Override
  public boolean isWhole(int server) {
    return true;
  }

  @Override
  public void close() {
    starter.forget(process);
  }
}
