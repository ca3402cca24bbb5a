// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.store.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A thread that loads, as the one that waits for it sees it: it connects, is told when to start,
 * and hands over a second after the other. For one other thread.
 */
final class Hand {
  /** How long a connection may take. */
  static final Duration CONNECT = Timeouts.DEFAULT.connect();

  /** How long nothing may be heard of a thread beside the time that it may be late anyway. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final String subject;
  private final Work.Maker maker;
  private final Thread thread;
  private final CompletableFuture<Void> connected = new CompletableFuture<>();
  private final CompletableFuture<Long> start = new CompletableFuture<>();
  private final CompletableFuture<Work.Ending> ending = new CompletableFuture<>();
  private final BlockingQueue<Interval> finished = new LinkedBlockingQueue<>();
  private final ConcurrentLinkedQueue<Interval> spare = new ConcurrentLinkedQueue<>();

  /**
   * A thread that has not begun.
   *
   * @param number of it, from 0
   * @param subject what it loads, for messages
   */
  Hand(int number, String subject, Work.Maker maker) {
    this.subject = subject;
    this.maker = maker;
    this.thread = new Thread(this::work, LoadRig.THREAD_NAME + number);
    thread.setDaemon(true);
    spare.add(new Interval());
  }

  /** Starts to connect. */
  void begin() {
    thread.start();
  }

  /** Waits until every connection is there. */
  void awaitConnected() throws InterruptedException {
    await(connected, CONNECT.plus(SILENCE));
  }

  /** Lets it load from then on. */
  void startAt(long nanos) {
    start.complete(nanos);
  }

  /** Waits for its next second, which is the caller's until it gives it {@link #back}. */
  Interval next(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.plus(SILENCE).toNanos();
    while (System.nanoTime() < deadline) {
      Interval next = finished.poll(100, TimeUnit.MILLISECONDS);
      if (next != null) {
        return next;
      }
      if (ending.isCompletedExceptionally()) {
        await(ending, Duration.ZERO);
      }
    }
    throw new LoadException(thread.getName() + " has got stuck");
  }

  /** Returns a second that is no longer needed. */
  void back(Interval interval) {
    interval.clear();
    spare.add(interval);
  }

  Work.Ending end() throws InterruptedException {
    return await(ending, SILENCE);
  }

  /** Ends it wherever it is. */
  void stop() {
    start.cancel(false);
    thread.interrupt();
  }

  private <T> T await(CompletableFuture<T> future, Duration patience) throws InterruptedException {
    try {
      return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new LoadException(subject + " cannot be loaded: " + cause.getMessage(), cause);
    } catch (TimeoutException e) {
      throw new LoadException(thread.getName() + " has got stuck", e);
    }
  }

  private void work() {
    try (Work work = maker.with(this::handOver)) {
      work.connect();
      connected.complete(null);
      work.run(start.join());
      ending.complete(work.ending());
    } catch (IOException | RuntimeException e) {
      connected.completeExceptionally(e);
      ending.completeExceptionally(e);
    }
  }

  private Interval handOver(Interval done) {
    finished.add(done);
    Interval fresh = spare.poll();
    return fresh == null ? new Interval() : fresh;
  }
}
