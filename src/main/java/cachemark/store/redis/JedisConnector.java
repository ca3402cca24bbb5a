// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.Endpoint;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import cachemark.store.wire.LimitedSocket;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Makes connections of Jedis to one server, over sockets of ours, whose writes have a limit; what
 * goes wrong is thrown as {@link StoreException}. Thread-safe.
 *
 * <p>Nothing but a login is said before the first command: a server speaks RESP2 unless it is asked
 * for more, and the library does not introduce itself.
 */
final class JedisConnector extends ConnectionFactory {
  private final JedisSocketFactory sockets;
  private final JedisClientConfig config;
  private final JedisFailures failures;

  JedisConnector(Access access, Timeouts timeouts) {
    this(() -> LimitedSocket.connect(access, timeouts), config(access), access.endpoint());
  }

  private JedisConnector(JedisSocketFactory sockets, JedisClientConfig config, Endpoint endpoint) {
    super(sockets, config);
    this.sockets = sockets;
    this.config = config;
    this.failures = new JedisFailures(endpoint);
  }

  /** A connection for one thread. */
  Jedis connect() {
    try {
      return new Jedis(sockets, config);
    } catch (JedisException e) {
      throw failures.ofConnecting(e);
    }
  }

  /** Makes a connection of a pool ready. */
  @Override
  protected void initialize(Connection connection) {
    try {
      super.initialize(connection);
    } catch (JedisException e) {
      throw failures.ofConnecting(e);
    }
  }

  private static JedisClientConfig config(Access access) {
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            .autoNegotiateProtocol(false)
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
    Credentials account = access.credentials();
    if (account != null) {
      boolean named = !account.user().equals(RedisSession.DEFAULT_USER);
      config.user(named ? account.user() : null).password(account.password());
    }
    return config.build();
  }
}
