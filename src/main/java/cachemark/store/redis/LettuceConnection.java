// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import cachemark.store.Endpoint;
import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import cachemark.store.wire.Failures;
import cachemark.store.wire.OnDemand;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
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
 * One connection of Lettuce, RESP2, whose exceptions are those of a store.
 *
 * <p>It is made at the first command; one lost later is made again by the library in the
 * background, and until then commands fail as LOST. Thread-safe: threads that share it are
 * pipelined.
 */
final class LettuceConnection implements AutoCloseable {
  static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(new StringCodec(UTF_8), ByteArrayCodec.INSTANCE);

  private final OnDemand<StatefulRedisConnection<String, byte[]>> connection;
  private final Failures failures;
  private final Function<RedisClient, StatefulRedisConnection<String, byte[]>> way;

  /** A connection that is made in that way once it is needed. */
  LettuceConnection(
      Supplier<RedisClient> client,
      Function<RedisClient, StatefulRedisConnection<String, byte[]>> way,
      Endpoint endpoint) {
    this.failures = new Failures(endpoint);
    this.way = way;
    this.connection =
        new OnDemand<>(() -> connect(client.get()), StatefulRedisConnection<String, byte[]>::close);
  }

  /** The answer to a command, null where that is what the server answers. */
  <T> @Nullable T ask(Function<RedisCommands<String, byte[]>, T> command) {
    RedisCommands<String, byte[]> redis = connection.get().sync();
    try {
      return command.apply(redis);
    } catch (RedisException e) {
      throw failed(e);
    }
  }

  /** The answer to a command that is always answered by something. */
  <T> T require(Function<RedisCommands<String, byte[]>, T> command) {
    T answer = ask(command);
    if (answer == null) {
      throw failures.of(FailureCause.PROTOCOL, "a command was answered by nothing");
    }
    return answer;
  }

  /** Does a command that is answered by OK. */
  void demand(Function<RedisCommands<String, byte[]>, String> command) {
    String answer = require(command);
    if (!answer.equals("OK")) {
      throw failures.of(FailureCause.PROTOCOL, "a command was answered by " + answer);
    }
  }

  @Override
  public void close() {
    connection.close();
  }

  private StatefulRedisConnection<String, byte[]> connect(RedisClient client) {
    try {
      return way.apply(client);
    } catch (RedisConnectionException e) {
      Throwable root = root(e);
      throw root instanceof RedisCommandExecutionException
          ? failures.ofLogin(root)
          : failures.ofConnecting(root);
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
