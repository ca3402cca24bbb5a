// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import cachemark.store.Endpoint;
import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import cachemark.store.wire.Failures;
import java.io.IOException;
import java.util.NoSuchElementException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** What an exception of Jedis means for a store. Stateless but for the endpoint messages name. */
final class JedisFailures {
  /** What the library says, by its message alone, of a byte that begins no reply. */
  private static final String NO_REPLY = "Unknown reply";

  private final Failures failures;

  /** Failures of connections to {@code endpoint}. */
  JedisFailures(Endpoint endpoint) {
    this.failures = new Failures(endpoint);
  }

  /** The failure of making a connection, on which nothing is said but a login. */
  StoreException ofConnecting(JedisException e) {
    return e instanceof JedisDataException ? failures.ofLogin(e) : ofCommand(e);
  }

  /** The failure of a command, or of having a connection for it. */
  StoreException ofCommand(JedisException e) {
    Throwable cause = e.getCause();
    if (cause instanceof StoreException ours) {
      return ours;
    }
    if (e instanceof JedisDataException) {
      return failures.of(FailureCause.SERVER_ERROR, "the server refused", e);
    }
    if (cause instanceof NoSuchElementException) {
      return failures.of(FailureCause.CONNECT_TIMEOUT, "no connection of the pool was free", e);
    }
    if (cause instanceof IOException network) {
      return failures.ofExchange(network);
    }
    return String.valueOf(e.getMessage()).startsWith(NO_REPLY)
        ? ofAnswer(e)
        : failures.of(FailureCause.LOST, "the connection was lost", e);
  }

  /** The failure of a command whose answer is not one to it. */
  StoreException ofAnswer(Throwable e) {
    return failures.of(FailureCause.PROTOCOL, "the answer cannot be read", e);
  }

  /** An answer that the protocol does not allow to the command. */
  StoreException strange(String reason) {
    return failures.of(FailureCause.PROTOCOL, reason);
  }
}
