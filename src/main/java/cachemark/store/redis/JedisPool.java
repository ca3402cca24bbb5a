// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import cachemark.store.Access;
import cachemark.store.Timeouts;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.commands.JedisBinaryCommands;
import redis.clients.jedis.providers.PooledConnectionProvider;

/**
 * The connections that threads share: Jedis' pool of its default size, which makes them as they are
 * asked for. Those that are idle are kept, and never tried by a ping, which a server would count.
 * The pool itself drops what was lost. Thread-safe.
 */
final class JedisPool implements JedisLink {
  private final RedisClient client;

  JedisPool(Access access, Timeouts timeouts) {
    GenericObjectPoolConfig<Connection> config = new GenericObjectPoolConfig<>();
    config.setMaxIdle(config.getMaxTotal());
    config.setMaxWait(timeouts.connect());
    config.setJmxEnabled(false);
    this.client =
        RedisClient.builder()
            .hostAndPort(new HostAndPort(access.endpoint().host(), access.endpoint().port()))
            // Else it connects here and now, to find out what the server speaks.
            .clientConfig(DefaultJedisClientConfig.builder().resp2().build())
            .connectionProvider(
                new PooledConnectionProvider(new JedisConnector(access, timeouts), config))
            .build();
  }

  @Override
  public JedisBinaryCommands commands() {
    return client;
  }

  @Override
  public void lose() {}

  @Override
  public void close() {
    client.close();
  }
}
