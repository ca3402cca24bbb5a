// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memcached;

import cachemark.store.Access;
import cachemark.store.Deltas;
import cachemark.store.Endpoint;
import cachemark.store.Expiry;
import cachemark.store.FailureCause;
import cachemark.store.KeyValueStore;
import cachemark.store.Keys;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import cachemark.store.wire.Failures;
import cachemark.store.wire.OnDemand;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.exception.MemcachedClientException;
import net.rubyeye.xmemcached.exception.MemcachedDecodeException;
import net.rubyeye.xmemcached.exception.MemcachedException;
import net.rubyeye.xmemcached.exception.MemcachedServerException;
import net.rubyeye.xmemcached.exception.UnknownCommandException;
import org.jspecify.annotations.Nullable;

/**
 * memcached through XMemcached: one connection, one reactor thread, the text protocol.
 *
 * <p>It connects at its first operation; a connection lost later is healed by the library in the
 * background, and until then operations fail as LOST. Thread-safe: threads that share it are
 * pipelined, and their gets merged.
 */
public final class XMemcachedStore implements KeyValueStore {
  private static final int STAYS = Expiry.NEVER.seconds();
  private static final PlainBytes BYTES = new PlainBytes();

  private final OnDemand<MemcachedClient> client;
  private final Failures failures;
  private final long answerMillis;

  /** A store that {@code access} leads to, not yet connected. */
  public XMemcachedStore(Access access, Timeouts timeouts) {
    XMemcachedConnector connector = new XMemcachedConnector(access, timeouts);
    this.client = new OnDemand<>(connector::connect, XMemcachedConnector::close);
    this.failures = new Failures(access.endpoint());
    this.answerMillis = timeouts.answer().toMillis();
  }

  /** A store through a client of several servers; its messages name one of them. */
  XMemcachedStore(Supplier<MemcachedClient> connector, Endpoint one, Timeouts timeouts) {
    this.client = new OnDemand<>(connector, XMemcachedConnector::close);
    this.failures = new Failures(one);
    this.answerMillis = timeouts.answer().toMillis();
  }

  @Override
  public byte @Nullable [] get(String key) {
    Keys.requireValid(key);
    return ask(client -> client.get(key, answerMillis, BYTES));
  }

  @Override
  public void set(String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    if (!is(client -> client.set(key, expiry.seconds(), value, BYTES, answerMillis))) {
      throw failures.of(FailureCause.SERVER_ERROR, "the server did not store the value");
    }
  }

  @Override
  public boolean add(String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    return is(client -> client.add(key, expiry.seconds(), value, BYTES, answerMillis));
  }

  @Override
  public boolean replace(String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    return is(client -> client.replace(key, expiry.seconds(), value, BYTES, answerMillis));
  }

  @Override
  public boolean delete(String key) {
    Keys.requireValid(key);
    return is(client -> client.delete(key, answerMillis));
  }

  @Override
  public long increment(String key, long delta) {
    Keys.requireValid(key);
    Deltas.requireValid(delta);
    Long sum = ask(client -> client.incr(key, delta, delta, answerMillis, STAYS));
    if (sum == null) {
      throw failures.of(FailureCause.PROTOCOL, "a counter was answered by nothing");
    }
    return sum;
  }

  @Override
  public boolean touch(String key, Expiry expiry) {
    Keys.requireValid(key);
    return is(client -> client.touch(key, expiry.seconds(), answerMillis));
  }

  @Override
  public Map<String, byte[]> getAll(Collection<String> keys) {
    Keys.requireValid(keys);
    Map<String, byte[]> found = ask(client -> client.get(keys, answerMillis, BYTES));
    return found == null ? Map.of() : found;
  }

  @Override
  public void close() {
    client.close();
  }

  private boolean is(Operation<Boolean> operation) {
    return Boolean.TRUE.equals(ask(operation));
  }

  private <T> @Nullable T ask(Operation<T> operation) {
    MemcachedClient open = client.get();
    try {
      return operation.on(open);
    } catch (TimeoutException e) {
      throw failures.of(FailureCause.ANSWER_TIMEOUT, "no answer in time", e);
    } catch (MemcachedException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.of(FailureCause.LOST, "interrupted while waiting", e);
    }
  }

  /** The library wraps what it throws while it decodes, and leaves the rest as it is. */
  private StoreException failed(MemcachedException e) {
    Throwable told = e.getCause() == null ? e : e.getCause();
    if (told instanceof MemcachedServerException
        || told instanceof MemcachedClientException
        || told instanceof UnknownCommandException) {
      return failures.of(FailureCause.SERVER_ERROR, "the server refused", told);
    }
    if (told instanceof MemcachedDecodeException) {
      return failures.of(FailureCause.PROTOCOL, "the answer cannot be read", told);
    }
    return failures.of(FailureCause.LOST, "the connection was lost", told);
  }

  /** An operation of the library, with all that it may throw. */
  private interface Operation<T> {
    @Nullable T on(MemcachedClient client)
        throws TimeoutException, MemcachedException, InterruptedException;
  }
}
