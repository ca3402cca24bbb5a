// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.cacheaside.Repository;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All requests to a table, over connections that block: a thread for each, which this one leads. It
 * tells them when to start, sees that no second is left waiting for the next request, and ends what
 * is not answered in time.
 */
final class TableWork implements Work {
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Window window;
  private final int connections;
  private final Duration patience;
  private final Supplier<Repository> opener;
  private final Records records;
  private final int rows;
  private final @Nullable TraceFeed feed;
  private final @Nullable TraceRequests traced;
  private final Desk desk;
  private final Ledger ledger;
  private final SystemTimer timer = new SystemTimer();
  private final CountDownLatch start = new CountDownLatch(1);

  /** Threads that have nothing left to do stay until their CPU time is known. */
  private final CountDownLatch end = new CountDownLatch(1);

  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<@Nullable RuntimeException> trouble = new AtomicReference<>();
  private long cpuAtStart = -1;
  private long cpuNanos = -1;

  /**
   * The work that {@code plan} wants.
   *
   * @param opener makes a connected repository for one thread, which closes it
   */
  TableWork(
      LoadPlan plan,
      Supplier<Repository> opener,
      Records records,
      UnaryOperator<Interval> seconds) {
    this.window = plan.window();
    this.connections = plan.connections();
    this.patience = plan.answer().plus(Hand.CONNECT);
    this.opener = opener;
    this.records = records;
    this.rows = plan.subject() instanceof CachedTable table ? table.rows(plan.keys()) : plan.keys();
    this.ledger = new Ledger(plan.keys());
    Trace trace = plan.trace();
    this.feed = trace == null ? null : new TraceFeed(trace, hasCache(plan));
    this.traced = feed == null ? null : new TraceRequests(feed, plan.isOpen(), window);
    this.desk =
        new Desk(
            window,
            traced == null ? new MixedRequests(plan.arrivals(0, 1), plan.mixOfTable()) : traced,
            new Recorder(window, plan.isOpen(), seconds),
            connections);
  }

  private static boolean hasCache(LoadPlan plan) {
    return plan.subject() instanceof CachedTable table && table.hasCache();
  }

  @Override
  public void connect() {
    if (feed != null) {
      feed.begin();
    }
    for (int i = 0; i < connections; i++) {
      Clerk clerk = new Clerk(desk, timer, opener.get(), records, ledger, rows);
      Thread thread = new Thread(() -> work(clerk), LoadRig.THREAD_NAME + "c" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  private void work(Clerk clerk) {
    try {
      start.await();
      boolean more = true;
      while (more) {
        more = clerk.carry();
      }
      end.await();
    } catch (InterruptedException e) {
      return; // it is ended by who leads it
    } catch (RuntimeException e) {
      trouble.compareAndSet(null, e);
    } finally {
      clerk.leave();
    }
  }

  @Override
  public void run(long startNanos) throws InterruptedIOException {
    timer.startAt(startNanos);
    start.countDown();
    long now = timer.nowNanos();
    while (!desk.isDone(now)) {
      raiseTrouble();
      awaitTick(now);
      now = timer.nowNanos();
      desk.tick(now);
      takeCpuTime(now);
    }
    desk.finish(now);
    if (cpuNanos < 0 && cpuAtStart >= 0) {
      cpuNanos = threadNanos() - cpuAtStart;
    }
    end.countDown();
  }

  private void awaitTick(long now) throws InterruptedIOException {
    try {
      timer.awaitNanos((now / TICK_NANOS + 1) * TICK_NANOS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while loading");
    }
  }

  private void raiseTrouble() {
    RuntimeException first = trouble.get();
    if (first != null) {
      throw first;
    }
  }

  private void takeCpuTime(long now) {
    if (cpuAtStart < 0 && now >= window.fromNanos()) {
      cpuAtStart = threadNanos();
    }
    if (cpuNanos < 0 && now >= window.toNanos()) {
      cpuNanos = threadNanos() - cpuAtStart;
    }
  }

  private long threadNanos() {
    return threads.stream()
        .mapToLong(thread -> Math.max(0, THREADS.getThreadCpuTime(thread.getId())))
        .sum();
  }

  @Override
  public Ending ending() {
    return new Ending(
        cpuNanos,
        desk.asked(),
        desk.unanswered(),
        desk.complaint(),
        ledger.staleness(),
        desk.measuredNanos(),
        traced == null ? null : traced.tally());
  }

  /** Ends every thread; one that waits for an answer does so no longer than a client may. */
  @Override
  public void close() {
    if (feed != null) {
      feed.close();
    }
    threads.forEach(Thread::interrupt);
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      for (Thread thread : threads) {
        TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadline - System.nanoTime()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
