// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memcached;

import cachemark.store.Access;
import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import cachemark.store.wire.Failures;
import cachemark.store.wire.WireConnection;
import com.google.code.yanf4j.core.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;
import net.rubyeye.xmemcached.transcoders.StringTranscoder;

/**
 * How a client of XMemcached is set up, connected and ended.
 *
 * <p>The library logs why it could not connect and goes on without a connection. So a thin one goes
 * first, which knows the cause. Heartbeats are off, for the server counts them as commands.
 */
final class XMemcachedConnector {
  private static final long HEAL_MILLIS = 100;

  private final Access access;
  private final Timeouts timeouts;

  XMemcachedConnector(Access access, Timeouts timeouts) {
    this.access = access;
    this.timeouts = timeouts;
  }

  /** A connected client; throws {@link StoreException} where there can be none. */
  MemcachedClient connect() {
    try (WireConnection probe = new WireConnection(access, timeouts)) {
      probe.begin();
    }
    Failures failures = new Failures(access.endpoint());
    MemcachedClient client;
    try {
      client = builder().build();
    } catch (IOException e) {
      throw failures.ofConnecting(e);
    }
    if (client.getAvailableServers().isEmpty()) {
      close(client);
      throw failures.of(FailureCause.LOST, "the library could not connect");
    }
    return client;
  }

  /** Ends the client's connection and threads, without the library's wait for the server's part. */
  static void close(MemcachedClient client) {
    client.setEnableHealSession(false);
    client.getConnector().getSessionSet().forEach(Session::close);
    try {
      client.shutdown();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private XMemcachedClientBuilder builder() {
    return prepared(
        new XMemcachedClientBuilder(List.of(access.endpoint().socketAddress())), timeouts);
  }

  /** Sets what every client of ours has. */
  static XMemcachedClientBuilder prepared(XMemcachedClientBuilder builder, Timeouts timeouts) {
    builder.setConnectTimeout(timeouts.connect().toMillis());
    builder.setOpTimeout(timeouts.answer().toMillis());
    builder.setHealSessionInterval(HEAL_MILLIS);
    builder.setEnableHealSession(true);
    builder.setTranscoder(new StringTranscoder()); // of a counter's first value, a text to it
    builder.setSelectorPoolSize(1);
    builder.getConfiguration().setStatisticsServer(false);
    return builder;
  }
}
