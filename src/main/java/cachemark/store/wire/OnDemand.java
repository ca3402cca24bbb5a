// SPDX-License-Identifier: Apache-2.0
package cachemark.store.wire;

import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client that is opened when it is first needed.
 *
 * <p>Threads that come while it is being opened wait for that one attempt and share its outcome, so
 * that nobody waits longer than one attempt takes. After a failed attempt the next call tries
 * again. Thread-safe.
 *
 * @param <C> the client, itself thread-safe where threads share it
 */
public final class OnDemand<C> implements AutoCloseable {
  private final Supplier<C> opener;
  private final Consumer<C> closer;
  private final AtomicReference<@Nullable CompletableFuture<C>> client = new AtomicReference<>();

  /** Opens with {@code opener}, which may throw StoreException, and closes with {@code closer}. */
  public OnDemand(Supplier<C> opener, Consumer<C> closer) {
    this.opener = opener;
    this.closer = closer;
  }

  /** The client, opened now if it is not open yet. */
  public C get() {
    CompletableFuture<C> known = client.get();
    if (known == null) {
      known = open();
    }
    try {
      return known.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StoreException failure ? failure : e;
    }
  }

  /** Closes {@code lost} where it is still the one in use; the next call opens another. */
  public void discard(C lost) {
    CompletableFuture<C> known = client.get();
    if (known != null
        && known.isDone()
        && !known.isCompletedExceptionally()
        && known.join() == lost
        && client.compareAndSet(known, null)) {
      closer.accept(lost);
    }
  }

  /** Closes the client where there is one; from now on {@link #get()} fails. */
  @Override
  public void close() {
    StoreException closed = new StoreException(FailureCause.LOST, "the store is closed");
    CompletableFuture<C> last = client.getAndSet(CompletableFuture.failedFuture(closed));
    if (last != null) {
      // Also reaches a client that another thread is opening right now.
      var unused = last.thenAccept(closer);
    }
  }

  private CompletableFuture<C> open() {
    CompletableFuture<C> mine = new CompletableFuture<>();
    CompletableFuture<C> known = client.compareAndExchange(null, mine);
    if (known != null) {
      return known;
    }
    try {
      mine.complete(opener.get());
    } catch (RuntimeException e) {
      client.compareAndSet(mine, null);
      mine.completeExceptionally(e);
    }
    return mine;
  }
}
