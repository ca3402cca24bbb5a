// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A trace that a thread of its own reads ahead, so that nobody who has a request to send waits for
 * a disk: some ten thousand records at most. For one thread at a time.
 */
final class TraceFeed implements Supplier<Traced>, AutoCloseable {
  private static final int RECORDS_IN_A_BLOCK = 512;
  private static final int BLOCKS = 64;
  private static final long PATIENCE_MILLIS = 100;

  private final Trace trace;
  private final boolean hasCache;
  private final Thread thread = new Thread(this::read, LoadRig.THREAD_NAME + "trace");
  private final BlockingQueue<List<Traced>> blocks = new ArrayBlockingQueue<>(BLOCKS);
  private Iterator<Traced> block = Collections.emptyIterator();
  private volatile @Nullable Exception trouble;

  /**
   * A feed that has not begun.
   *
   * @param hasCache whether there is a cache to remove keys from
   */
  TraceFeed(Trace trace, boolean hasCache) {
    this.trace = trace;
    this.hasCache = hasCache;
    thread.setDaemon(true);
  }

  /**
   * Begins, and waits until there is something.
   *
   * @throws LoadException if the trace cannot be read any more
   */
  void begin() {
    thread.start();
    block = next();
  }

  /** The next record, and the end as the last one; waits for it if need be. */
  @Override
  public Traced get() {
    if (!block.hasNext()) {
      block = next();
    }
    return block.next();
  }

  /** Ends the thread. */
  @Override
  public void close() {
    thread.interrupt();
  }

  private Iterator<Traced> next() {
    try {
      while (true) {
        List<Traced> next = blocks.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          return next.iterator();
        }
        Exception why = trouble;
        if (why != null) {
          throw new LoadException(trace.name() + " cannot be read: " + why.getMessage(), why);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoadException("interrupted while waiting for " + trace.name(), e);
    }
  }

  private void read() {
    try (InputStream in = trace.open()) {
      TraceReplay replay = trace.replay(in, hasCache);
      boolean more = true;
      while (more) {
        List<Traced> block = new ArrayList<>(RECORDS_IN_A_BLOCK);
        while (more && block.size() < RECORDS_IN_A_BLOCK) {
          Traced next = replay.get();
          block.add(next);
          more = next.request() != null;
        }
        blocks.put(block);
      }
    } catch (InterruptedException e) {
      return; // nobody wants more of it
    } catch (IOException | RuntimeException e) {
      trouble = e;
    }
  }
}
