// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memcached;

import cachemark.protocol.memcached.MemcachedReply;
import cachemark.protocol.memcached.MetaRequests;
import cachemark.protocol.memcached.MetaRequests.Write;
import cachemark.store.Access;
import cachemark.store.Deltas;
import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import cachemark.store.Keys;
import cachemark.store.Timeouts;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * memcached through a thin blocking socket and its meta commands, which servers know from 1.6 on.
 *
 * <p>It connects at its first operation and, after one that failed, at the next. Not thread-safe.
 */
public final class WireMetaStore implements KeyValueStore {
  private final MemcachedSession session;

  /** A store that {@code access} leads to, not yet connected. */
  public WireMetaStore(Access access, Timeouts timeouts) {
    this.session = new MemcachedSession(access, timeouts);
  }

  @Override
  public byte @Nullable [] get(String key) {
    Keys.requireValid(key);
    MetaRequests.get(session.begin(), key);
    session.send();
    return session.metaValue();
  }

  @Override
  public void set(String key, byte[] value, Expiry expiry) {
    send(Write.SET, key, value, expiry);
    session.require(MemcachedReply.HD, session.next());
  }

  @Override
  public boolean add(String key, byte[] value, Expiry expiry) {
    send(Write.ADD, key, value, expiry);
    return session.is(MemcachedReply.HD, MemcachedReply.NS);
  }

  @Override
  public boolean replace(String key, byte[] value, Expiry expiry) {
    send(Write.REPLACE, key, value, expiry);
    return session.is(MemcachedReply.HD, MemcachedReply.NS);
  }

  @Override
  public boolean delete(String key) {
    Keys.requireValid(key);
    MetaRequests.delete(session.begin(), key);
    session.send();
    return session.is(MemcachedReply.HD, MemcachedReply.NF);
  }

  @Override
  public long increment(String key, long delta) {
    Keys.requireValid(key);
    Deltas.requireValid(delta);
    MetaRequests.increment(session.begin(), key, delta);
    session.send();
    byte[] digits = session.metaValue();
    try {
      return Long.parseLong(digits == null ? "" : new String(digits, StandardCharsets.US_ASCII));
    } catch (NumberFormatException e) {
      throw session.strange("a sum is no number");
    }
  }

  @Override
  public boolean touch(String key, Expiry expiry) {
    Keys.requireValid(key);
    MetaRequests.touch(session.begin(), key, expiry.seconds());
    session.send();
    return session.is(MemcachedReply.HD, MemcachedReply.EN);
  }

  /** A request for each key, many in one go. */
  @Override
  public Map<String, byte[]> getAll(Collection<String> keys) {
    Keys.requireValid(keys);
    Map<String, byte[]> found = new HashMap<>();
    session.askEach(keys, MetaRequests::get, key -> put(found, key, session.metaValue()));
    return found;
  }

  @Override
  public void close() {
    session.close();
  }

  private static void put(Map<String, byte[]> found, String key, byte @Nullable [] value) {
    if (value != null) {
      found.put(key, value);
    }
  }

  private void send(Write write, String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    MetaRequests.write(session.begin(), write, key, value, expiry.seconds());
    session.send();
  }
}
