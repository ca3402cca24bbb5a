// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import static cachemark.store.redis.RedisSession.digits;

import cachemark.store.Access;
import cachemark.store.CollectionStore;
import cachemark.store.Timeouts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets and lists of Redis through a thin blocking socket and RESP2. Not thread-safe. */
public final class WireRedisCollections implements CollectionStore, AutoCloseable {
  private final RedisSession session;

  /** A store that {@code access} leads to, not yet connected. */
  public WireRedisCollections(Access access, Timeouts timeouts) {
    this.session = new RedisSession(access, timeouts);
  }

  @Override
  public long sadd(String key, byte[]... members) {
    return number("SADD", key, members);
  }

  @Override
  public long srem(String key, byte[]... members) {
    return number("SREM", key, members);
  }

  @Override
  public long scard(String key) {
    return number("SCARD", key);
  }

  @Override
  public boolean sismember(String key, byte[] member) {
    return number("SISMEMBER", key, member) > 0;
  }

  @Override
  public List<byte[]> sinter(String... keys) {
    session.sendKeys("SINTER", List.of(keys));
    return session.values();
  }

  @Override
  public List<byte[]> smembers(String key) {
    session.send("SMEMBERS", key);
    return session.values();
  }

  @Override
  public long lpush(String key, byte[]... elements) {
    return number("LPUSH", key, elements);
  }

  @Override
  public long rpush(String key, byte[]... elements) {
    return number("RPUSH", key, elements);
  }

  @Override
  public long llen(String key) {
    return number("LLEN", key);
  }

  @Override
  public List<byte[]> lrange(String key, long first, long last) {
    session.send("LRANGE", key, digits(first), digits(last));
    return session.values();
  }

  @Override
  public void ltrim(String key, long first, long last) {
    session.send("LTRIM", key, digits(first), digits(last));
    session.ok();
  }

  @Override
  public byte @Nullable [] lindex(String key, long index) {
    return value("LINDEX", key, digits(index));
  }

  @Override
  public void lset(String key, long index, byte[] element) {
    session.send("LSET", key, digits(index), element);
    session.ok();
  }

  @Override
  public byte @Nullable [] lpop(String key) {
    return value("LPOP", key);
  }

  @Override
  public byte @Nullable [] rpop(String key) {
    return value("RPOP", key);
  }

  /** Ends the connection; never throws, may be called twice. */
  @Override
  public void close() {
    session.close();
  }

  private long number(String name, String key, byte[]... arguments) {
    session.send(name, key, arguments);
    return session.number();
  }

  private byte @Nullable [] value(String name, String key, byte[]... arguments) {
    session.send(name, key, arguments);
    return session.value();
  }
}
