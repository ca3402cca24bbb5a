// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import static cachemark.protocol.resp.RespRequests.Write;

import cachemark.protocol.resp.RespReply;
import cachemark.protocol.resp.RespRequests;
import cachemark.store.Endpoint;
import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import cachemark.store.Keys;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import org.jspecify.annotations.Nullable;

/**
 * Redis through a thin blocking socket and RESP2.
 *
 * <p>It connects at its first operation and, after one that failed, at the next. Not thread-safe.
 */
public final class WireRedisStore implements KeyValueStore {
  private final RedisSession session;

  /** A store at {@code endpoint}, not yet connected. */
  public WireRedisStore(Endpoint endpoint, Timeouts timeouts) {
    this.session = new RedisSession(endpoint, timeouts);
  }

  @Override
  public byte @Nullable [] get(String key) {
    Keys.requireValid(key);
    RespRequests.get(session.begin(), key);
    session.send();
    RespReply reply = session.next();
    return switch (reply) {
      case BULK -> session.last().value();
      case NULL -> null;
      default -> throw session.unexpected(reply);
    };
  }

  @Override
  public void set(String key, byte[] value, Expiry expiry) {
    if (!write(Write.SET, key, value, expiry)) {
      throw session.unexpected(RespReply.NULL);
    }
  }

  @Override
  public boolean add(String key, byte[] value, Expiry expiry) {
    return write(Write.ADD, key, value, expiry);
  }

  @Override
  public boolean replace(String key, byte[] value, Expiry expiry) {
    return write(Write.REPLACE, key, value, expiry);
  }

  @Override
  public boolean delete(String key) {
    Keys.requireValid(key);
    RespRequests.delete(session.begin(), key);
    session.send();
    RespReply reply = session.next();
    if (reply != RespReply.INTEGER) {
      throw session.unexpected(reply);
    }
    return session.last().number() > 0;
  }

  @Override
  public void close() {
    session.close();
  }

  private boolean write(Write write, String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    RespRequests.write(session.begin(), write, key, value, expiry.seconds());
    session.send();
    RespReply reply = session.next();
    return switch (reply) {
      case SIMPLE -> stored();
      case NULL -> false;
      default -> throw session.unexpected(reply);
    };
  }

  private boolean stored() {
    if (!session.last().text().equals("OK")) {
      throw notOk();
    }
    return true;
  }

  private StoreException notOk() {
    return session.strange("a write was answered by " + session.last().text());
  }
}
