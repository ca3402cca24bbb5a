// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a factory has opened, to be closed with it, the latest first. Thread-safe.
 *
 * @param <S> what it opens
 */
final class Openings<S> implements AutoCloseable {
  private final Supplier<? extends S> opener;
  private final Consumer<? super S> closer;
  private final Deque<Runnable> closers = new ArrayDeque<>();
  private boolean closed;

  /** Closes each of what it opened with {@code closer}, and then does {@code last}. */
  Openings(Supplier<? extends S> opener, Consumer<? super S> closer, Runnable last) {
    this.opener = opener;
    this.closer = closer;
    closers.push(last);
  }

  synchronized S open() {
    if (closed) {
      throw new IllegalStateException("the store factory is closed");
    }
    S opened = opener.get();
    closers.push(() -> closer.accept(opened));
    return opened;
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!closers.isEmpty()) {
      closers.pop().run();
    }
  }
}
