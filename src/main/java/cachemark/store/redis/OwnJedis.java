// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.commands.JedisBinaryCommands;
import redis.clients.jedis.exceptions.JedisException;

/** One connection, made at the first command and again after it was lost. Not thread-safe. */
final class OwnJedis implements JedisLink {
  private final JedisConnector connector;
  private @Nullable Jedis jedis;

  OwnJedis(JedisConnector connector) {
    this.connector = connector;
  }

  @Override
  public JedisBinaryCommands commands() {
    Jedis open = jedis;
    if (open == null) {
      open = connector.connect();
      jedis = open;
    }
    return open;
  }

  @Override
  public void lose() {
    close();
  }

  @Override
  public void close() {
    Jedis open = jedis;
    jedis = null;
    if (open != null) {
      try {
        open.close();
      } catch (JedisException e) {
        return; // it is of no use to anybody any more
      }
    }
  }
}
