// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import cachemark.protocol.WireBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All connections of clients. Not thread-safe. */
final class Clients {
  private static final String TOO_MANY = "ERROR Too many open connections\r\n";

  private final Core core;
  private final Set<Client> clients = new LinkedHashSet<>();
  private boolean isCrowded;
  private boolean isEnding;

  Clients(Core core) {
    this.core = core;
  }

  void connected(Client client) {
    if (clients.size() >= core.config.maxClients()) {
      core.counters.rejectedConnections++;
      WireBuffer out = client.out();
      out.put(TOO_MANY);
      client.close();
      return;
    }
    core.counters.connections++;
    clients.add(client);
    if (isEnding) {
      client.close();
    }
  }

  void gone(Client client) {
    clients.remove(client);
  }

  int size() {
    return clients.size();
  }

  /** Closes each when all that it has under way is answered. */
  void end() {
    isEnding = true;
    List.copyOf(clients).forEach(Client::close);
  }

  /** Whether no more commands are taken, for a server is behind with its work. */
  boolean isCrowded() {
    return isCrowded;
  }

  void crowd() {
    isCrowded = true;
  }

  /** What is regular: goes on when no server is behind any more. */
  void look() {
    if (isCrowded && core.cluster.servers().stream().noneMatch(Clients::isBehind)) {
      isCrowded = false;
      new ArrayList<>(clients).forEach(Client::take);
    }
  }

  private static boolean isBehind(Server server) {
    Link link = server.link();
    return link != null && link.isCrowded();
  }
}
