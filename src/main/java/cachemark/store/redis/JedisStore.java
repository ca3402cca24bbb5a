// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import cachemark.store.Deltas;
import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import cachemark.store.Keys;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.params.SetParams;

/** Redis through Jedis. As thread-safe as its session. */
public final class JedisStore implements KeyValueStore {
  private final JedisSession session;

  JedisStore(JedisSession session) {
    this.session = session;
  }

  @Override
  public byte @Nullable [] get(String key) {
    byte[] name = name(key);
    return session.ask(redis -> redis.get(name));
  }

  @Override
  public void set(String key, byte[] value, Expiry expiry) {
    byte[] name = name(key);
    if (expiry.isNever()) {
      session.demand(redis -> redis.set(name, value));
    } else {
      SetParams params = params(expiry);
      session.demand(redis -> redis.set(name, value, params));
    }
  }

  @Override
  public boolean add(String key, byte[] value, Expiry expiry) {
    return write(key, value, params(expiry).nx());
  }

  @Override
  public boolean replace(String key, byte[] value, Expiry expiry) {
    return write(key, value, params(expiry).xx());
  }

  @Override
  public boolean delete(String key) {
    byte[] name = name(key);
    return session.require(redis -> redis.del(name)) > 0;
  }

  @Override
  public long increment(String key, long delta) {
    byte[] name = name(key);
    Deltas.requireValid(delta);
    return session.require(redis -> redis.incrBy(name, delta));
  }

  @Override
  public boolean touch(String key, Expiry expiry) {
    byte[] name = name(key);
    if (!expiry.isNever()) {
      return session.require(redis -> redis.expire(name, expiry.seconds())) > 0;
    }
    // PERSIST says no also of a key that never expired.
    return session.require(redis -> redis.persist(name) > 0 || redis.exists(name));
  }

  @Override
  public Map<String, byte[]> getAll(Collection<String> keys) {
    Keys.requireValid(keys);
    if (keys.isEmpty()) {
      return Map.of();
    }
    byte[][] names = keys.stream().map(key -> key.getBytes(UTF_8)).toArray(byte[][]::new);
    List<byte @Nullable []> values = session.require(redis -> redis.mget(names));
    Map<String, byte[]> found = new HashMap<>();
    Iterator<String> asked = keys.iterator();
    for (byte[] value : values) {
      String key = asked.next();
      if (value != null) {
        found.put(key, value);
      }
    }
    return found;
  }

  @Override
  public void close() {
    session.close();
  }

  private boolean write(String key, byte[] value, SetParams params) {
    byte[] name = name(key);
    return "OK".equals(session.ask(redis -> redis.set(name, value, params)));
  }

  private static SetParams params(Expiry expiry) {
    SetParams params = SetParams.setParams();
    return expiry.isNever() ? params : params.ex(expiry.seconds());
  }

  private static byte[] name(String key) {
    Keys.requireValid(key);
    return key.getBytes(UTF_8);
  }
}
