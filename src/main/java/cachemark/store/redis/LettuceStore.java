// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import cachemark.store.Endpoint;
import cachemark.store.Expiry;
import cachemark.store.FailureCause;
import cachemark.store.KeyValueStore;
import cachemark.store.Keys;
import cachemark.store.StoreException;
import cachemark.store.wire.Failures;
import cachemark.store.wire.OnDemand;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.netty.handler.codec.DecoderException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Redis through Lettuce's synchronous API: one connection, RESP2.
 *
 * <p>It connects at its first operation; a connection lost later is made again by the library in
 * the background, and until then operations fail as LOST. Thread-safe: threads that share it are
 * pipelined.
 */
public final class LettuceStore implements KeyValueStore {
  private static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(new StringCodec(UTF_8), ByteArrayCodec.INSTANCE);

  private final OnDemand<StatefulRedisConnection<String, byte[]>> connection;
  private final Failures failures;

  LettuceStore(Supplier<RedisClient> client, Endpoint endpoint) {
    this.failures = new Failures(endpoint);
    this.connection =
        new OnDemand<>(() -> connect(client.get()), StatefulRedisConnection<String, byte[]>::close);
  }

  @Override
  public byte @Nullable [] get(String key) {
    Keys.requireValid(key);
    return ask(redis -> redis.get(key));
  }

  @Override
  public void set(String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    if (!write(key, value, expiry, new SetArgs())) {
      throw failures.of(FailureCause.PROTOCOL, "a write without condition was not done");
    }
  }

  @Override
  public boolean add(String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    return write(key, value, expiry, new SetArgs().nx());
  }

  @Override
  public boolean replace(String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    return write(key, value, expiry, new SetArgs().xx());
  }

  @Override
  public boolean delete(String key) {
    Keys.requireValid(key);
    Long removed = ask(redis -> redis.del(key));
    return removed != null && removed > 0;
  }

  @Override
  public void close() {
    connection.close();
  }

  private boolean write(String key, byte[] value, Expiry expiry, SetArgs args) {
    if (!expiry.isNever()) {
      args.ex(expiry.seconds());
    }
    return "OK".equals(ask(redis -> redis.set(key, value, args)));
  }

  private <T> @Nullable T ask(Function<RedisCommands<String, byte[]>, T> command) {
    RedisCommands<String, byte[]> redis = connection.get().sync();
    try {
      return command.apply(redis);
    } catch (RedisException e) {
      throw failed(e);
    }
  }

  private StatefulRedisConnection<String, byte[]> connect(RedisClient client) {
    try {
      return client.connect(CODEC);
    } catch (RedisConnectionException e) {
      throw failures.ofConnecting(root(e));
    } catch (RedisException e) {
      throw failed(e);
    }
  }

  private StoreException failed(RedisException e) {
    if (e instanceof RedisCommandTimeoutException) {
      return failures.of(FailureCause.ANSWER_TIMEOUT, "no answer in time", e);
    }
    if (e instanceof RedisCommandExecutionException) {
      return failures.of(FailureCause.SERVER_ERROR, "the server refused", e);
    }
    if (e instanceof RedisCommandInterruptedException) {
      Thread.currentThread().interrupt();
      return failures.of(FailureCause.LOST, "interrupted while waiting", e);
    }
    return e.getCause() instanceof DecoderException
        ? failures.of(FailureCause.PROTOCOL, "the answer cannot be read", e)
        : failures.of(FailureCause.LOST, "the connection was lost", e);
  }

  private static Throwable root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }
}
