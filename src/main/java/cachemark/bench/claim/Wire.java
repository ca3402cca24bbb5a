// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.claim;

import cachemark.store.ClientType;
import cachemark.store.Connections;
import cachemark.store.StoreType;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The way to the server where only thin sockets do what is asked: kept, each of one thread. */
@State(Scope.Benchmark)
public class Wire {
  @Param("WIRE")
  ClientType client = ClientType.WIRE;

  @Param("KEPT")
  Connections connections = Connections.KEPT;

  @Setup(Level.Trial)
  public void require() {
    if (!client.isThin() || connections != Connections.KEPT) {
      throw new IllegalArgumentException(
          "client="
              + client
              + " connections="
              + connections
              + ": only WIRE or WIRE_META and KEPT do this");
    }
  }

  /** Refuses a socket that does not speak to {@code store}. */
  void requireSpeaks(StoreType store) {
    if (!client.speaks(store)) {
      throw new IllegalArgumentException(
          "client=" + client + " does not speak to " + store + ": only WIRE does");
    }
  }
}
