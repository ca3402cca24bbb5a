// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.Endpoint;
import cachemark.store.Timeouts;
import cachemark.store.wire.OnDemand;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.SslVerifyMode;
import io.lettuce.core.StaticCredentialsProvider;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The Lettuce client of one server: its I/O threads serve the connections of all stores it opens.
 *
 * <p>Connecting is no more than that: nothing is said before the first command, so that a server is
 * counted and timed for what it is asked alone. Where there is an account, it is told first; and
 * over TLS the library pings, since else it takes a connection for made before hands are shaken.
 *
 * <p>On Linux the library takes the kernel's own epoll, which is on the class path for it.
 *
 * <p>Thread-safe. Closing it ends the threads; close the stores first.
 */
public final class LettuceStores implements AutoCloseable {
  /** Of lost connections operations tell; held here, for else its level is forgotten. */
  private static final Logger LIBRARY = Logger.getLogger("io.lettuce");

  private static final String UNNAMED = "";
  private static final int MIN_IO_THREADS = 2;
  private static final int MAX_IO_THREADS = 4;
  private static final Duration RECONNECT_DELAY = Duration.ofMillis(100);
  private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(2);

  private final Endpoint endpoint;
  private final OnDemand<RedisClient> client;
  private final Function<RedisClient, StatefulRedisConnection<String, byte[]>> way;

  /** A client of that server; nothing is started before the first operation of a store. */
  public LettuceStores(Access access, Timeouts timeouts) {
    this.endpoint = access.endpoint();
    this.client = new OnDemand<>(() -> client(access, timeouts), LettuceStores::shutDown);
    this.way = one -> one.connect(LettuceConnection.CODEC);
  }

  private LettuceStores(RedisURI sentinels, Endpoint one, Timeouts timeouts) {
    this.endpoint = one;
    this.client = new OnDemand<>(() -> client(timeouts), LettuceStores::shutDown);
    this.way = opened -> opened.connect(LettuceConnection.CODEC, sentinels);
  }

  /**
   * A client of the master that Sentinels know by {@code name}: they say which server it is, and
   * the library listens to them for when it is another. Reads go to the master too.
   *
   * @param sentinels one or more; messages name the first
   */
  public static LettuceStores ofMaster(List<Endpoint> sentinels, String name, Timeouts timeouts) {
    LIBRARY.setLevel(Level.OFF);
    RedisURI.Builder uri = RedisURI.builder().withSentinelMasterId(name);
    sentinels.forEach(one -> uri.withSentinel(one.host(), one.port()));
    return new LettuceStores(
        uri.withTimeout(timeouts.answer()).build(), sentinels.get(0), timeouts);
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
    return new LettuceConnection(client::get, way, endpoint);
  }

  private static RedisClient client(Timeouts timeouts) {
    RedisClient client = RedisClient.create(resources());
    client.setOptions(options(false, timeouts));
    return client;
  }

  private static RedisClient client(Access access, Timeouts timeouts) {
    RedisClient client = RedisClient.create(resources(), uri(access, timeouts));
    client.setOptions(options(access.tls(), timeouts));
    return client;
  }

  /** Where and how a client of the library connects. */
  static RedisURI uri(Access access, Timeouts timeouts) {
    RedisURI.Builder uri =
        RedisURI.builder()
            .withHost(access.endpoint().host())
            .withPort(access.endpoint().port())
            .withSsl(access.tls())
            .withVerifyPeer(SslVerifyMode.FULL)
            .withTimeout(timeouts.answer())
            .withLibraryName(UNNAMED)
            .withLibraryVersion(UNNAMED);
    Credentials account = access.credentials();
    if (account != null) {
      uri.withAuthentication(login(account));
    }
    return uri.build();
  }

  /**
   * Credentials that are there at once: those that the library would make of a name and a password
   * are fetched by another thread, which now and then lets a connection pass for made too early, so
   * that the first command is rejected.
   */
  private static RedisCredentialsProvider login(Credentials account) {
    String user = account.user().equals(RedisSession.DEFAULT_USER) ? null : account.user();
    return new StaticCredentialsProvider(user, account.password().toCharArray());
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

  private static ClientOptions options(boolean tls, Timeouts timeouts) {
    return ClientOptions.builder()
        .protocolVersion(ProtocolVersion.RESP2)
        .pingBeforeActivateConnection(tls)
        .maintNotificationsConfig(MaintNotificationsConfig.disabled())
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        // Whoever waits for an answer has a limit already.
        .timeoutOptions(TimeoutOptions.create())
        .sslOptions(SslOptions.builder().handshakeTimeout(timeouts.connect()).build())
        .socketOptions(
            SocketOptions.builder().connectTimeout(timeouts.connect()).tcpNoDelay(true).build())
        .build();
  }
}
