// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import java.util.List;
import java.util.function.Consumer;

/**
 * A memcached proxy without its network: clients' bytes in, servers' bytes out, and back.
 *
 * <p>Keys are spread over the primaries, and each is stored a second time on one of the backups.
 *
 * <p>With {@link Mode#REPAIR} it vouches for this, as long as it is not restarted itself and of a
 * key's primary and backup one at the most is away at a time, which a server is from its failure
 * until it has been brought up to date: a value that was acknowledged, and has neither expired nor
 * been evicted, is found; and no read returns a value that is older than the last one that was
 * acknowledged. Failures may be of any kind: a server may end and come back empty, be cut off and
 * come back with the memory it had, or stand still and then do what it was sent before, late. How
 * this is done say {@link Mutation}, {@link Return}, {@link Link} and {@link Resync}.
 *
 * <p>Times to live are copied in whole seconds, so that a copy may live up to a second longer. Not
 * thread-safe: all is done on the {@link Reactor}'s thread.
 */
public final class Proxy {
  private final Core core;

  /**
   * A proxy that is not started.
   *
   * @param log gets a sentence when the state of a server changes
   * @param started gets what is wrong with which server, or nothing if all of them answer
   */
  public Proxy(
      ProxyConfig config,
      Reactor reactor,
      Dialer dialer,
      Consumer<String> log,
      Consumer<List<String>> started) {
    int servers = config.primaries().size() + config.backups().size();
    core = new Core(config, reactor, dialer, log, new Start(servers, started));
  }

  /** Connects to all servers. */
  public void start() {
    core.watch.start();
    core.cluster.servers().forEach(server -> server.returning.dial());
  }

  /** Who receives from a client that connects. */
  public Receiver client() {
    return new Client(core);
  }

  /** How many clients are connected. */
  public int clients() {
    return core.clients.size();
  }

  /** Whether the server of that name is used and holds everything. */
  public boolean isUp(String server) {
    return core.cluster.servers().stream()
        .anyMatch(each -> each.name.equals(server) && each.isUp());
  }

  /** Takes no more commands, answers those under way, and closes the clients' connections. */
  public void endClients() {
    core.clients.end();
  }

  /** Closes the connections to servers. */
  public void end() {
    core.watch.end();
    core.cluster.servers().forEach(server -> server.returning.end());
  }
}
