// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;

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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import net.spy.memcached.MemcachedClient;
import net.spy.memcached.ops.OperationException;
import org.jspecify.annotations.Nullable;

/**
 * memcached through spymemcached: one connection, one thread for its input and output, the text
 * protocol.
 *
 * <p>It connects at its first operation. The library gives its connection up over every error that
 * a server answers, as over one that it lost, and waits for a second or longer before it makes
 * another; so the client is closed then, and the next operation opens another. Thread-safe: threads
 * that share it are pipelined, and their gets merged.
 */
public final class SpyMemcachedStore implements KeyValueStore {
  private static final SpyBytes BYTES = new SpyBytes();
  private static final long MISSING = -1;

  private final OnDemand<MemcachedClient> client;
  private final Failures failures;
  private final long answerMillis;

  /** A store that {@code access} leads to, not yet connected. */
  public SpyMemcachedStore(Access access, Timeouts timeouts) {
    SpyMemcachedConnector connector = new SpyMemcachedConnector(access, timeouts);
    this.client = new OnDemand<>(connector::connect, SpyMemcachedConnector::close);
    this.failures = new Failures(access.endpoint());
    this.answerMillis = timeouts.answer().toMillis();
  }

  /** A store through a client of several servers; its messages name one of them. */
  SpyMemcachedStore(Supplier<MemcachedClient> connector, Endpoint one, Timeouts timeouts) {
    this.client = new OnDemand<>(connector, SpyMemcachedConnector::close);
    this.failures = new Failures(one);
    this.answerMillis = timeouts.answer().toMillis();
  }

  @Override
  public byte @Nullable [] get(String key) {
    Keys.requireValid(key);
    return ask(client -> client.asyncGet(key, BYTES));
  }

  @Override
  public void set(String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    if (!is(client -> client.set(key, expiry.seconds(), value, BYTES))) {
      throw failures.of(FailureCause.SERVER_ERROR, "the server did not store the value");
    }
  }

  @Override
  public boolean add(String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    return is(client -> client.add(key, expiry.seconds(), value, BYTES));
  }

  @Override
  public boolean replace(String key, byte[] value, Expiry expiry) {
    Keys.requireValid(key);
    return is(client -> client.replace(key, expiry.seconds(), value, BYTES));
  }

  @Override
  public boolean delete(String key) {
    Keys.requireValid(key);
    return is(client -> client.delete(key));
  }

  /** Looks for the counter first: it is missing once, and there from then on. */
  @Override
  public long increment(String key, long delta) {
    Keys.requireValid(key);
    Deltas.requireValid(delta);
    long sum = incremented(key, delta);
    while (sum == MISSING) {
      byte[] first = Long.toString(delta).getBytes(US_ASCII);
      sum = add(key, first, Expiry.NEVER) ? delta : incremented(key, delta);
    }
    return sum;
  }

  @Override
  public boolean touch(String key, Expiry expiry) {
    Keys.requireValid(key);
    return is(client -> client.touch(key, expiry.seconds(), BYTES));
  }

  @Override
  public Map<String, byte[]> getAll(Collection<String> keys) {
    Keys.requireValid(keys);
    if (keys.isEmpty()) {
      return Map.of();
    }
    Map<String, byte[]> found = ask(client -> client.asyncGetBulk(keys, BYTES));
    return found == null ? Map.of() : found;
  }

  @Override
  public void close() {
    client.close();
  }

  private long incremented(String key, long delta) {
    Long sum = ask(client -> client.asyncIncr(key, delta));
    if (sum == null) {
      throw failures.of(FailureCause.PROTOCOL, "a counter was answered by nothing");
    }
    return sum;
  }

  private boolean is(Function<MemcachedClient, ? extends Future<Boolean>> operation) {
    return Boolean.TRUE.equals(ask(operation));
  }

  private <T> @Nullable T ask(Function<MemcachedClient, ? extends Future<T>> operation) {
    MemcachedClient open = client.get();
    try {
      return operation.apply(open).get(answerMillis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw failures.of(FailureCause.ANSWER_TIMEOUT, "no answer in time", e);
    } catch (ExecutionException e) {
      throw failed(open, e);
    } catch (IllegalStateException e) {
      throw lost(open, e); // another thread's failure closed it under this one
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.of(FailureCause.LOST, "interrupted while waiting", e);
    }
  }

  private StoreException failed(MemcachedClient open, ExecutionException e) {
    Throwable told = e.getCause() == null ? e : e.getCause();
    if (told instanceof OperationException) {
      client.discard(open);
      return failures.of(FailureCause.SERVER_ERROR, "the server refused", told);
    }
    return lost(open, told);
  }

  private StoreException lost(MemcachedClient open, Throwable e) {
    client.discard(open);
    return failures.of(FailureCause.LOST, "the connection was lost", e);
  }
}
