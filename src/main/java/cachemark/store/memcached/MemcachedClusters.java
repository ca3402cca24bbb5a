// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memcached;

import cachemark.store.Endpoint;
import cachemark.store.KeyValueStore;
import cachemark.store.Timeouts;
import cachemark.store.wire.Failures;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;
import net.rubyeye.xmemcached.impl.KetamaMemcachedSessionLocator;
import net.spy.memcached.ConnectionFactoryBuilder;
import net.spy.memcached.DefaultHashAlgorithm;
import net.spy.memcached.FailureMode;

/**
 * Stores over several memcached servers, which a client library shares the keys between. Each is
 * thread-safe and connects at its first operation.
 */
public final class MemcachedClusters {
  private MemcachedClusters() {}

  /**
   * XMemcached with ketama: while a server is away, its keys go to others, and back when it is
   * back.
   */
  public static KeyValueStore xmemcached(List<Endpoint> servers, Timeouts timeouts) {
    XMemcachedClientBuilder builder = new XMemcachedClientBuilder(addresses(servers));
    return xmemcached(builder, servers.get(0), timeouts);
  }

  /**
   * XMemcached with ketama in its failure mode: while a server is away, what is asked of it is
   * asked of {@code standby}, which holds nothing before.
   */
  public static KeyValueStore xmemcached(
      List<Endpoint> servers, Endpoint standby, Timeouts timeouts) {
    Map<InetSocketAddress, InetSocketAddress> addresses = new LinkedHashMap<>();
    addresses(servers).forEach(address -> addresses.put(address, address(standby)));
    XMemcachedClientBuilder builder = new XMemcachedClientBuilder(addresses);
    builder.setFailureMode(true);
    return xmemcached(builder, servers.get(0), timeouts);
  }

  private static KeyValueStore xmemcached(
      XMemcachedClientBuilder builder, Endpoint one, Timeouts timeouts) {
    XMemcachedConnector.prepared(builder, timeouts)
        .setSessionLocator(new KetamaMemcachedSessionLocator());
    return new XMemcachedStore(() -> build(builder, one), one, timeouts);
  }

  private static MemcachedClient build(XMemcachedClientBuilder builder, Endpoint one) {
    try {
      return builder.build();
    } catch (IOException e) {
      throw new Failures(one).ofConnecting(e);
    }
  }

  /** spymemcached with ketama as its makers call it. */
  public static KeyValueStore spymemcached(List<Endpoint> servers, Timeouts timeouts) {
    ConnectionFactoryBuilder factory =
        new ConnectionFactoryBuilder()
            .setLocatorType(ConnectionFactoryBuilder.Locator.CONSISTENT)
            .setHashAlg(DefaultHashAlgorithm.KETAMA_HASH)
            .setOpTimeout(timeouts.answer().toMillis())
            .setFailureMode(FailureMode.Cancel)
            .setDaemon(true);
    Endpoint one = servers.get(0);
    return new SpyMemcachedStore(
        () -> SpyMemcachedConnector.connect(factory, addresses(servers), one, timeouts),
        one,
        timeouts);
  }

  private static List<InetSocketAddress> addresses(List<Endpoint> servers) {
    return servers.stream().map(MemcachedClusters::address).toList();
  }

  private static InetSocketAddress address(Endpoint server) {
    return new InetSocketAddress(server.host(), server.port());
  }
}
