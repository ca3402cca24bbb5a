// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import cachemark.store.Deltas;
import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import cachemark.store.Keys;
import io.lettuce.core.KeyValue;
import io.lettuce.core.SetArgs;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Redis through Lettuce's synchronous API. As thread-safe as its connection: fully. */
public final class LettuceStore implements KeyValueStore {
  private final LettuceConnection connection;

  LettuceStore(LettuceConnection connection) {
    this.connection = connection;
  }

  @Override
  public byte @Nullable [] get(String key) {
    Keys.requireValid(key);
    return connection.ask(redis -> redis.get(key));
  }

  @Override
  public void set(String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    SetArgs args = args(expiry);
    connection.demand(redis -> redis.set(key, value, args));
  }

  @Override
  public boolean add(String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    return write(key, value, args(expiry).nx());
  }

  @Override
  public boolean replace(String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    return write(key, value, args(expiry).xx());
  }

  @Override
  public boolean delete(String key) {
    Keys.requireValid(key);
    return connection.require(redis -> redis.del(key)) > 0;
  }

  @Override
  public long increment(String key, long delta) {
    Keys.requireValid(key);
    Deltas.requireValid(delta);
    return connection.require(redis -> redis.incrby(key, delta));
  }

  @Override
  public boolean touch(String key, Expiry expiry) {
    Keys.requireValid(key);
    if (!expiry.isNever()) {
      return connection.require(redis -> redis.expire(key, expiry.seconds()));
    }
    // PERSIST says no also of a key that never expired.
    return connection.require(redis -> redis.persist(key) || redis.exists(key) > 0);
  }

  @Override
  public Map<String, byte[]> getAll(Collection<String> keys) {
    Keys.requireValid(keys);
    if (keys.isEmpty()) {
      return Map.of();
    }
    return connection.require(redis -> redis.mget(keys.toArray(String[]::new))).stream()
        .filter(KeyValue::hasValue)
        .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue, (one, same) -> one));
  }

  @Override
  public void close() {
    connection.close();
  }

  private boolean write(String key, byte[] value, SetArgs args) {
    return "OK".equals(connection.ask(redis -> redis.set(key, value, args)));
  }

  private static SetArgs args(Expiry expiry) {
    SetArgs args = new SetArgs();
    return expiry.isNever() ? args : args.ex(expiry.seconds());
  }
}
