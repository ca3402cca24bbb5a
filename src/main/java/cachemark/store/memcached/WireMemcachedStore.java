// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memcached;

import static cachemark.protocol.memcached.MemcachedRequests.Write;
import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.protocol.memcached.MemcachedReply;
import cachemark.protocol.memcached.MemcachedRequests;
import cachemark.store.Access;
import cachemark.store.ConditionalStore;
import cachemark.store.Deltas;
import cachemark.store.Expiry;
import cachemark.store.Keys;
import cachemark.store.Timeouts;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * memcached through a thin blocking socket and the text protocol.
 *
 * <p>It connects at its first operation and, after one that failed, at the next. Not thread-safe.
 */
public final class WireMemcachedStore implements ConditionalStore {
  private final MemcachedSession session;

  /** A store that {@code access} leads to, not yet connected. */
  public WireMemcachedStore(Access access, Timeouts timeouts) {
    this.session = new MemcachedSession(access, timeouts);
  }

  @Override
  public byte @Nullable [] get(String key) {
    Keys.requireValid(key);
    MemcachedRequests.get(session.begin(), key);
    session.send();
    return session.value(key);
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

  /** By {@code gets} and {@code cas}: the server sees to it that nobody came between these. */
  @Override
  public Swap swap(String key, byte[] expected, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    MemcachedRequests.gets(session.begin(), key);
    session.send();
    byte[] now = session.value(key);
    if (now == null) {
      return Swap.MISSING;
    }
    if (!Arrays.equals(now, expected)) {
      return Swap.OTHER;
    }
    String unique = session.last().unique();
    MemcachedRequests.cas(session.begin(), key, value, expiry.seconds(), unique);
    session.send();
    MemcachedReply reply = session.next();
    return switch (reply) {
      case STORED -> Swap.DONE;
      case EXISTS, NOT_FOUND -> Swap.OVERTAKEN;
      default -> throw session.unexpected(reply);
    };
  }

  @Override
  public boolean delete(String key) {
    Keys.requireValid(key);
    MemcachedRequests.delete(session.begin(), key);
    session.send();
    return session.is(MemcachedReply.DELETED, MemcachedReply.NOT_FOUND);
  }

  /** Looks for the counter first: it is missing once, and there from then on. */
  @Override
  public long increment(String key, long delta) {
    Keys.requireValid(key);
    Deltas.requireValid(delta);
    OptionalLong sum = incremented(key, delta);
    while (sum.isEmpty()) {
      byte[] first = Long.toString(delta).getBytes(US_ASCII);
      sum = add(key, first, Expiry.NEVER) ? OptionalLong.of(delta) : incremented(key, delta);
    }
    return sum.getAsLong();
  }

  @Override
  public boolean touch(String key, Expiry expiry) {
    Keys.requireValid(key);
    MemcachedRequests.touch(session.begin(), key, expiry.seconds());
    session.send();
    return session.is(MemcachedReply.TOUCHED, MemcachedReply.NOT_FOUND);
  }

  /** The server answers in the order of the keys and leaves out what it has not. */
  @Override
  public Map<String, byte[]> getAll(Collection<String> keys) {
    Keys.requireValid(keys);
    if (keys.isEmpty()) {
      return Map.of();
    }
    MemcachedRequests.getAll(session.begin(), keys);
    session.send();
    Map<String, byte[]> found = new HashMap<>();
    Iterator<String> asked = keys.iterator();
    MemcachedReply reply = session.next();
    while (reply == MemcachedReply.VALUE) {
      found.put(keyOfLast(asked), session.last().value());
      reply = session.next();
    }
    session.require(MemcachedReply.END, reply);
    return found;
  }

  @Override
  public void close() {
    session.close();
  }

  private boolean write(Write write, String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    MemcachedRequests.write(session.begin(), write, key, value, expiry.seconds());
    session.send();
    return session.is(MemcachedReply.STORED, MemcachedReply.NOT_STORED);
  }

  /** The sum, or nothing where there is no counter. */
  private OptionalLong incremented(String key, long delta) {
    MemcachedRequests.increment(session.begin(), key, delta);
    session.send();
    return session.is(MemcachedReply.NUMBER, MemcachedReply.NOT_FOUND)
        ? OptionalLong.of(session.last().number())
        : OptionalLong.empty();
  }

  private String keyOfLast(Iterator<String> asked) {
    while (asked.hasNext()) {
      String key = asked.next();
      if (session.last().isOf(key)) {
        return key;
      }
    }
    throw session.strange("a value is of a key that was not asked for");
  }
}
