// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memcached;

import static cachemark.protocol.memcached.MemcachedRequests.Write;

import cachemark.protocol.memcached.MemcachedReply;
import cachemark.protocol.memcached.MemcachedRequests;
import cachemark.store.Endpoint;
import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import cachemark.store.Keys;
import cachemark.store.Timeouts;
import org.jspecify.annotations.Nullable;

/**
 * memcached through a thin blocking socket and the text protocol.
 *
 * <p>It connects at its first operation and, after one that failed, at the next. Not thread-safe.
 */
public final class WireMemcachedStore implements KeyValueStore {
  private final MemcachedSession session;

  /** A store at {@code endpoint}, not yet connected. */
  public WireMemcachedStore(Endpoint endpoint, Timeouts timeouts) {
    this.session = new MemcachedSession(endpoint, timeouts);
  }

  @Override
  public byte @Nullable [] get(String key) {
    Keys.requireValid(key);
    MemcachedRequests.get(session.begin(), key);
    session.send();
    MemcachedReply reply = session.next();
    if (reply == MemcachedReply.END) {
      return null;
    }
    require(reply == MemcachedReply.VALUE, reply);
    if (!session.last().isOf(key)) {
      throw session.strange("the value is of another key");
    }
    byte[] value = session.last().value();
    MemcachedReply end = session.next();
    require(end == MemcachedReply.END, end);
    return value;
  }

  @Override
  public void set(String key, byte[] value, Expiry expiry) {
    if (!write(Write.SET, key, value, expiry)) {
      throw session.unexpected(MemcachedReply.NOT_STORED);
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
    MemcachedRequests.delete(session.begin(), key);
    return ask(MemcachedReply.DELETED, MemcachedReply.NOT_FOUND);
  }

  @Override
  public void close() {
    session.close();
  }

  private boolean write(Write write, String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    MemcachedRequests.write(session.begin(), write, key, value, expiry.seconds());
    return ask(MemcachedReply.STORED, MemcachedReply.NOT_STORED);
  }

  private boolean ask(MemcachedReply yes, MemcachedReply no) {
    session.send();
    MemcachedReply reply = session.next();
    require(reply == yes || reply == no, reply);
    return reply == yes;
  }

  private void require(boolean expected, MemcachedReply reply) {
    if (!expected) {
      throw session.unexpected(reply);
    }
  }
}
