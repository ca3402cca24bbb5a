// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import cachemark.store.Endpoint;
import cachemark.store.Timeouts;
import cachemark.store.wire.OnDemand;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The Lettuce client of one server: its I/O threads serve the connections of all stores it opens.
 *
 * <p>Connecting is no more than that: nothing is said before the first command, so that a server is
 * counted and timed for what it is asked alone.
 *
 * <p>Thread-safe. Closing it ends the threads; close the stores first.
 */
public final class LettuceStores implements AutoCloseable {
  private static final String UNNAMED = "";
  private static final int MIN_IO_THREADS = 2;
  private static final int MAX_IO_THREADS = 4;
  private static final Duration RECONNECT_DELAY = Duration.ofMillis(100);
  private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(2);

  private final Endpoint endpoint;
  private final OnDemand<RedisClient> client;

  /** A client of {@code endpoint}; nothing is started before the first operation of a store. */
  public LettuceStores(Endpoint endpoint, Timeouts timeouts) {
    this.endpoint = endpoint;
    this.client = new OnDemand<>(() -> client(endpoint, timeouts), LettuceStores::shutDown);
  }

  /** A store with a connection of its own, not yet connected. */
  public LettuceStore open() {
    return new LettuceStore(connection());
  }

  /** Sets and lists over a connection of their own, not yet connected. */
  public LettuceCollections openCollections() {
    return new LettuceCollections(connection());
  }

  @Override
  public void close() {
    client.close();
  }

  private LettuceConnection connection() {
    return new LettuceConnection(client::get, endpoint);
  }

  private static RedisClient client(Endpoint endpoint, Timeouts timeouts) {
    RedisURI uri =
        RedisURI.builder()
            .withHost(endpoint.host())
            .withPort(endpoint.port())
            .withTimeout(timeouts.answer())
            .withLibraryName(UNNAMED)
            .withLibraryVersion(UNNAMED)
            .build();
    RedisClient client = RedisClient.create(resources(), uri);
    client.setOptions(options(timeouts));
    return client;
  }

  private static void shutDown(RedisClient client) {
    client.shutdown(Duration.ZERO, SHUTDOWN_LIMIT);
    client
        .getResources()
        .shutdown(0, SHUTDOWN_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(SHUTDOWN_LIMIT.toMillis());
  }

  private static ClientResources resources() {
    int cores = Runtime.getRuntime().availableProcessors();
    return DefaultClientResources.builder()
        .ioThreadPoolSize(Math.max(MIN_IO_THREADS, Math.min(MAX_IO_THREADS, cores)))
        .computationThreadPoolSize(MIN_IO_THREADS)
        .reconnectDelay(Delay.constant(RECONNECT_DELAY))
        .build();
  }

  private static ClientOptions options(Timeouts timeouts) {
    return ClientOptions.builder()
        .protocolVersion(ProtocolVersion.RESP2)
        .pingBeforeActivateConnection(false)
        .maintNotificationsConfig(MaintNotificationsConfig.disabled())
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .socketOptions(
            SocketOptions.builder().connectTimeout(timeouts.connect()).tcpNoDelay(true).build())
        .build();
  }
}
