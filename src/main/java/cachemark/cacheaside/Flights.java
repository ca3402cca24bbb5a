// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The loads from a table that are under way in this process, at most one of a key. Thread-safe;
 * shared by all who read the same table.
 *
 * <p>Who waited for a load is not handed what it brought, but looks into the cache again: what a
 * load brought may be older than an update that had returned before the waiting began, what the
 * policy leaves in the cache is as good as the policy. One that still finds nothing loads itself,
 * or waits for whoever does.
 */
public final class Flights {
  private final ConcurrentHashMap<String, Flight> underWay = new ConcurrentHashMap<>();

  /** One load, from when it was begun. */
  static final class Flight {
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile @Nullable StoreException failure;

    /**
     * Waits for its end.
     *
     * @throws StoreException that it ended by
     */
    void await() {
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StoreException(
            FailureCause.ANSWER_TIMEOUT, "interrupted while another read loaded the key", e);
      }
      StoreException ended = failure;
      if (ended != null) {
        throw new StoreException(
            ended.failure(), "the load that was waited for failed: " + ended.getMessage(), ended);
      }
    }

    /** Remembers why it fails, for those who wait. */
    void fail(StoreException why) {
      failure = why;
    }
  }

  /** Begins {@code mine} as the load of {@code key} and returns null, or returns who has begun. */
  @Nullable Flight begin(String key, Flight mine) {
    return underWay.putIfAbsent(key, mine);
  }

  /** Ends a load that {@link #begin} began. */
  void end(String key, Flight mine) {
    underWay.remove(key, mine);
    mine.end.countDown();
  }
}
