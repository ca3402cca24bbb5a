// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.protocol.WireBuffer;
import cachemark.protocol.memcached.MemcachedRequests;
import cachemark.protocol.resp.RespRequests;
import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.Endpoint;
import cachemark.store.StoreType;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * A server as connections reach it.
 *
 * @param address of it
 * @param login what is said first on every connection; empty where no account is asked for
 * @param welcome what a login that is let in is answered by
 */
@SuppressWarnings("ArrayRecordComponent") // nobody writes to it, nobody compares it
record Target(SocketAddress address, byte[] login, byte[] welcome) {
  /** The user that a Redis without any other has. */
  private static final String DEFAULT_USER = "default";

  /**
   * The server of {@code access}.
   *
   * @throws LoadException if it wants TLS, or cannot be found
   */
  static Target of(StoreType store, Access access) {
    if (access.tls()) {
      throw new LoadException(
          "load speaks no TLS: name a server without it, as in "
              + (store == StoreType.REDIS ? "redis" : "memcached")
              + "=HOST:PORT");
    }
    Endpoint endpoint = access.endpoint();
    SocketAddress address = endpoint.address();
    if (address instanceof InetSocketAddress tcp && tcp.isUnresolved()) {
      throw new LoadException(endpoint.host() + " is no host that can be found");
    }
    return new Target(address, login(store, access), welcome(store));
  }

  private static byte[] login(StoreType store, Access access) {
    Credentials account = access.credentials();
    WireBuffer out = new WireBuffer(0);
    if (account != null && store == StoreType.MEMCACHED) {
      MemcachedRequests.login(out, access.key("login"), account.user(), account.password());
    } else if (account != null && account.user().equals(DEFAULT_USER)) {
      RespRequests.command(out, "AUTH", account.password());
    } else if (account != null) {
      RespRequests.command(out, "AUTH", account.user(), account.password());
    }
    return out.copy(out.start(), out.readable());
  }

  private static byte[] welcome(StoreType store) {
    return (store == StoreType.REDIS ? "+OK\r\n" : "STORED\r\n").getBytes(US_ASCII);
  }
}
