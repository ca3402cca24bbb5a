// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import cachemark.store.CollectionStore;
import cachemark.store.Keys;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets and lists of Redis through Jedis. As thread-safe as its session. */
public final class JedisCollections implements CollectionStore, AutoCloseable {
  private final JedisSession session;

  JedisCollections(JedisSession session) {
    this.session = session;
  }

  @Override
  public long sadd(String key, byte[]... members) {
    byte[] name = name(key);
    return session.require(redis -> redis.sadd(name, members));
  }

  @Override
  public long srem(String key, byte[]... members) {
    byte[] name = name(key);
    return session.require(redis -> redis.srem(name, members));
  }

  @Override
  public long scard(String key) {
    byte[] name = name(key);
    return session.require(redis -> redis.scard(name));
  }

  @Override
  public boolean sismember(String key, byte[] member) {
    byte[] name = name(key);
    return session.require(redis -> redis.sismember(name, member));
  }

  @Override
  public List<byte[]> sinter(String... keys) {
    byte[][] names = Arrays.stream(keys).map(JedisCollections::name).toArray(byte[][]::new);
    return List.copyOf(session.require(redis -> redis.sinter(names)));
  }

  @Override
  public List<byte[]> smembers(String key) {
    byte[] name = name(key);
    return List.copyOf(session.require(redis -> redis.smembers(name)));
  }

  @Override
  public long lpush(String key, byte[]... elements) {
    byte[] name = name(key);
    return session.require(redis -> redis.lpush(name, elements));
  }

  @Override
  public long rpush(String key, byte[]... elements) {
    byte[] name = name(key);
    return session.require(redis -> redis.rpush(name, elements));
  }

  @Override
  public long llen(String key) {
    byte[] name = name(key);
    return session.require(redis -> redis.llen(name));
  }

  @Override
  public List<byte[]> lrange(String key, long first, long last) {
    byte[] name = name(key);
    return session.require(redis -> redis.lrange(name, first, last));
  }

  @Override
  public void ltrim(String key, long first, long last) {
    byte[] name = name(key);
    session.demand(redis -> redis.ltrim(name, first, last));
  }

  @Override
  public byte @Nullable [] lindex(String key, long index) {
    byte[] name = name(key);
    return session.ask(redis -> redis.lindex(name, index));
  }

  @Override
  public void lset(String key, long index, byte[] element) {
    byte[] name = name(key);
    session.demand(redis -> redis.lset(name, index, element));
  }

  @Override
  public byte @Nullable [] lpop(String key) {
    byte[] name = name(key);
    return session.ask(redis -> redis.lpop(name));
  }

  @Override
  public byte @Nullable [] rpop(String key) {
    byte[] name = name(key);
    return session.ask(redis -> redis.rpop(name));
  }

  /** Ends the connection where it is one of its own; never throws, may be called twice. */
  @Override
  public void close() {
    session.close();
  }

  private static byte[] name(String key) {
    Keys.requireValid(key);
    return key.getBytes(UTF_8);
  }
}
