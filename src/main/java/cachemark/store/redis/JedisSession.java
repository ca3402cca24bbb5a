// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import cachemark.store.Endpoint;
import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.commands.JedisBinaryCommands;
import redis.clients.jedis.exceptions.JedisException;

/** Commands through Jedis, whose exceptions are those of a store. As thread-safe as its link. */
final class JedisSession implements AutoCloseable {
  private final JedisLink link;
  private final JedisFailures failures;

  JedisSession(JedisLink link, Endpoint endpoint) {
    this.link = link;
    this.failures = new JedisFailures(endpoint);
  }

  /** The answer to a command, null where that is what the server answers. */
  <T> @Nullable T ask(Function<JedisBinaryCommands, T> command) {
    try {
      return command.apply(link.commands());
    } catch (JedisException e) {
      throw failed(failures.ofCommand(e));
    } catch (ClassCastException e) {
      throw failed(failures.ofAnswer(e)); // a reply of another type than the command's
    }
  }

  /** The answer to a command that is always answered by something. */
  <T> T require(Function<JedisBinaryCommands, T> command) {
    T answer = ask(command);
    if (answer == null) {
      throw failed(failures.strange("a command was answered by nothing"));
    }
    return answer;
  }

  /** Does a command that is answered by OK. */
  void demand(Function<JedisBinaryCommands, String> command) {
    String answer = require(command);
    if (!answer.equals("OK")) {
      throw failed(failures.strange("a command was answered by " + answer));
    }
  }

  @Override
  public void close() {
    link.close();
  }

  private StoreException failed(StoreException failure) {
    if (failure.failure() != FailureCause.SERVER_ERROR) {
      link.lose();
    }
    return failure;
  }
}
