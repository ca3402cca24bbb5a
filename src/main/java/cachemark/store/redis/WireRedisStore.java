// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import static cachemark.protocol.resp.RespRequests.Write;

import cachemark.protocol.resp.RespRequests;
import cachemark.store.Access;
import cachemark.store.ConditionalStore;
import cachemark.store.Deltas;
import cachemark.store.Expiry;
import cachemark.store.Keys;
import cachemark.store.Timeouts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Redis through a thin blocking socket and RESP2.
 *
 * <p>It connects at its first operation and, after one that failed, at the next. Not thread-safe.
 */
public final class WireRedisStore implements ConditionalStore {
  /** Runs at the server in one step; SET without EX where the value is to stay. */
  private static final String SWAP =
      "local now = redis.call('GET', KEYS[1]) "
          + "if not now then return -1 end "
          + "if now ~= ARGV[1] then return 0 end "
          + "if ARGV[3] == '0' then redis.call('SET', KEYS[1], ARGV[2]) "
          + "else redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3]) end "
          + "return 1";

  private final RedisSession session;

  /** A store that {@code access} leads to, not yet connected. */
  public WireRedisStore(Access access, Timeouts timeouts) {
    this.session = new RedisSession(access, timeouts);
  }

  @Override
  public byte @Nullable [] get(String key) {
    Keys.requireValid(key);
    RespRequests.get(session.begin(), key);
    session.send();
    return session.value();
  }

  @Override
  public void set(String key, byte[] value, Expiry expiry) {
    send(Write.SET, key, value, expiry);
    session.ok();
  }

  @Override
  public boolean add(String key, byte[] value, Expiry expiry) {
    send(Write.ADD, key, value, expiry);
    return session.done();
  }

  @Override
  public boolean replace(String key, byte[] value, Expiry expiry) {
    send(Write.REPLACE, key, value, expiry);
    return session.done();
  }

  /** By a script, so nothing is ever overtaken. */
  @Override
  public Swap swap(String key, byte[] expected, byte[] value, Expiry expiry) {
    session.sendScript(SWAP, key, expected, value, RedisSession.digits(expiry.seconds()));
    long done = session.number();
    if (done < 0) {
      return Swap.MISSING;
    }
    return done == 0 ? Swap.OTHER : Swap.DONE;
  }

  @Override
  public boolean delete(String key) {
    Keys.requireValid(key);
    RespRequests.delete(session.begin(), key);
    session.send();
    return session.number() > 0;
  }

  @Override
  public long increment(String key, long delta) {
    Deltas.requireValid(delta);
    session.send("INCRBY", key, RedisSession.digits(delta));
    return session.number();
  }

  @Override
  public boolean touch(String key, Expiry expiry) {
    if (!expiry.isNever()) {
      session.send("EXPIRE", key, RedisSession.digits(expiry.seconds()));
      return session.number() > 0;
    }
    session.send("PERSIST", key);
    return session.number() > 0 || exists(key);
  }

  @Override
  public Map<String, byte[]> getAll(Collection<String> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    session.sendKeys("MGET", keys);
    if (session.array() != keys.size()) {
      throw session.strange("there are not as many answers as keys");
    }
    Map<String, byte[]> found = new HashMap<>();
    for (String key : keys) {
      byte[] value = session.value();
      if (value != null) {
        found.put(key, value);
      }
    }
    return found;
  }

  @Override
  public void close() {
    session.close();
  }

  /** Whether a key is there; PERSIST says no also of one that never expired. */
  private boolean exists(String key) {
    session.send("EXISTS", key);
    return session.number() > 0;
  }

  private void send(Write write, String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    RespRequests.write(session.begin(), write, key, value, expiry.seconds());
    session.send();
  }
}
