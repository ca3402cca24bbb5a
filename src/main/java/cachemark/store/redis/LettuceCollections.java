// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import cachemark.store.CollectionStore;
import cachemark.store.Keys;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sets and lists of Redis through Lettuce's synchronous API. Thread-safe. */
public final class LettuceCollections implements CollectionStore, AutoCloseable {
  private final LettuceConnection connection;

  LettuceCollections(LettuceConnection connection) {
    this.connection = connection;
  }

  @Override
  public long sadd(String key, byte[]... members) {
    return require(key, redis -> redis.sadd(key, members));
  }

  @Override
  public long srem(String key, byte[]... members) {
    return require(key, redis -> redis.srem(key, members));
  }

  @Override
  public long scard(String key) {
    return require(key, redis -> redis.scard(key));
  }

  @Override
  public boolean sismember(String key, byte[] member) {
    return require(key, redis -> redis.sismember(key, member));
  }

  @Override
  public List<byte[]> sinter(String... keys) {
    Keys.requireValid(List.of(keys));
    return List.copyOf(connection.require(redis -> redis.sinter(keys)));
  }

  @Override
  public List<byte[]> smembers(String key) {
    return List.copyOf(require(key, redis -> redis.smembers(key)));
  }

  @Override
  public long lpush(String key, byte[]... elements) {
    return require(key, redis -> redis.lpush(key, elements));
  }

  @Override
  public long rpush(String key, byte[]... elements) {
    return require(key, redis -> redis.rpush(key, elements));
  }

  @Override
  public long llen(String key) {
    return require(key, redis -> redis.llen(key));
  }

  @Override
  public List<byte[]> lrange(String key, long first, long last) {
    return require(key, redis -> redis.lrange(key, first, last));
  }

  @Override
  public void ltrim(String key, long first, long last) {
    Keys.requireValid(key);
    connection.demand(redis -> redis.ltrim(key, first, last));
  }

  @Override
  public byte @Nullable [] lindex(String key, long index) {
    return ask(key, redis -> redis.lindex(key, index));
  }

  @Override
  public void lset(String key, long index, byte[] element) {
    Keys.requireValid(key);
    connection.demand(redis -> redis.lset(key, index, element));
  }

  @Override
  public byte @Nullable [] lpop(String key) {
    return ask(key, redis -> redis.lpop(key));
  }

  @Override
  public byte @Nullable [] rpop(String key) {
    return ask(key, redis -> redis.rpop(key));
  }

  /** Ends the connection; never throws, may be called twice. */
  @Override
  public void close() {
    connection.close();
  }

  private <T> T require(String key, Function<RedisCommands<String, byte[]>, T> command) {
    Keys.requireValid(key);
    return connection.require(command);
  }

  private byte @Nullable [] ask(
      String key, Function<RedisCommands<String, byte[]>, byte[]> command) {
    Keys.requireValid(key);
    return connection.ask(command);
  }
}
