// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memcached;

import cachemark.store.Access;
import cachemark.store.Endpoint;
import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import cachemark.store.wire.Failures;
import cachemark.store.wire.WireConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.spy.memcached.ConnectionFactory;
import net.spy.memcached.ConnectionFactoryBuilder;
import net.spy.memcached.ConnectionObserver;
import net.spy.memcached.FailureMode;
import net.spy.memcached.MemcachedClient;
import net.spy.memcached.compat.log.SLF4JLogger;

/**
 * How a client of spymemcached is set up, connected and ended.
 *
 * <p>The library connects in the background and says nothing of what is in the way. So a thin
 * connection goes first, which knows the cause, and then the library's is waited for. Operations
 * that come while there is none are cancelled, where the library would by default keep them until
 * it has connected again.
 */
final class SpyMemcachedConnector {
  static {
    // Else it tells standard error of every connection it makes.
    System.setProperty("net.spy.log.LoggerImpl", SLF4JLogger.class.getName());
  }

  private final Access access;
  private final Timeouts timeouts;

  SpyMemcachedConnector(Access access, Timeouts timeouts) {
    this.access = access;
    this.timeouts = timeouts;
  }

  /** A connected client; throws {@link StoreException} where there can be none. */
  MemcachedClient connect() {
    try (WireConnection probe = new WireConnection(access, timeouts)) {
      probe.begin();
    }
    Failures failures = new Failures(access.endpoint());
    Connected connected = new Connected(1);
    MemcachedClient client;
    try {
      client = new MemcachedClient(factory(connected), List.of(access.endpoint().socketAddress()));
    } catch (IOException e) {
      throw failures.ofConnecting(e);
    }
    if (!connected.within(timeouts)) {
      close(client);
      throw failures.of(FailureCause.LOST, "the library could not connect");
    }
    return client;
  }

  /** A client of several servers, connected to all; messages name one of them. */
  static MemcachedClient connect(
      ConnectionFactoryBuilder factory,
      List<InetSocketAddress> servers,
      Endpoint one,
      Timeouts timeouts) {
    Failures failures = new Failures(one);
    Connected connected = new Connected(servers.size());
    MemcachedClient client;
    try {
      client =
          new MemcachedClient(factory.setInitialObservers(List.of(connected)).build(), servers);
    } catch (IOException e) {
      throw failures.ofConnecting(e);
    }
    if (!connected.within(timeouts)) {
      close(client);
      throw failures.of(FailureCause.LOST, "the library could not connect to all servers");
    }
    return client;
  }

  /**
   * Ends the client's connection and thread, which may stumble over the one as it looks for the
   * other: then nobody has to hear of it.
   */
  static void close(MemcachedClient client) {
    client.getConnection().setUncaughtExceptionHandler((thread, e) -> {});
    client.shutdown();
  }

  private ConnectionFactory factory(ConnectionObserver observer) {
    return new ConnectionFactoryBuilder()
        .setOpTimeout(timeouts.answer().toMillis())
        .setFailureMode(FailureMode.Cancel)
        .setInitialObservers(List.of(observer))
        .setDaemon(true)
        .build();
  }

  /** Waits for the first connections. */
  private static final class Connected implements ConnectionObserver {
    private final CountDownLatch established;

    Connected(int connections) {
      this.established = new CountDownLatch(connections);
    }

    @Override
    public void connectionEstablished(SocketAddress address, int reconnections) {
      established.countDown();
    }

    @Override
    public void connectionLost(SocketAddress address) {}

    boolean within(Timeouts timeouts) {
      try {
        return established.await(timeouts.connect().toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
