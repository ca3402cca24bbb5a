// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.load.Link.State;
import cachemark.store.FailureCause;
import cachemark.store.Timeouts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.SelectionKey;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A thread that loads a server: it sends what is due, waits for answers, and makes connections
 * again that it lost.
 *
 * <p>While nothing is due within two milliseconds it waits in the kernel, at first looking for
 * answers for a moment; once something is, it looks again and again, since the kernel would wake it
 * late. All methods are for the one thread.
 */
final class Worker {
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long SOON_NANOS = 2 * MILLI;
  private static final long TICK_NANOS = 50 * MILLI;

  /**
   * So long answers are looked for before the kernel is asked to wake this thread: that would cost
   * the server's core more than the look costs this one.
   */
  private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

  private static final long RECONNECT_NANOS = 100 * MILLI;

  private final Window window;
  private final Timeouts timeouts;
  private final boolean yields;
  private final Links links;
  private final Dispatcher dispatcher;
  private final Recorder recorder;
  private final Consumer<SelectionKey> onEvent = this::onEvent;
  private long nextTickNanos;
  private long cpuAtStart = -1;
  private long cpuNanos = -1;
  private String complaint = "";

  /**
   * A worker.
   *
   * @param yields whether others may run on its core between two looks
   */
  Worker(
      Window window,
      Timeouts timeouts,
      boolean yields,
      Links links,
      Dispatcher dispatcher,
      Recorder recorder) {
    this.window = window;
    this.timeouts = timeouts;
    this.yields = yields;
    this.links = links;
    this.dispatcher = dispatcher;
    this.recorder = recorder;
  }

  /**
   * Connects all.
   *
   * @throws IOException if one cannot be connected in time
   */
  void connect() throws IOException {
    long deadline = links.nowNanos() + timeouts.connect().toNanos();
    for (Link link : links.all()) {
      links.connect(link);
    }
    Trouble trouble = new Trouble();
    while (links.all().stream().anyMatch(link -> link.state() != State.OPEN)) {
      links.select(key -> trouble.ifAny(() -> links.goOn((Link) key.attachment())), 100);
      trouble.raise();
      if (links.nowNanos() > deadline) {
        throw new IOException("no connection within " + timeouts.connect().toMillis() + " ms");
      }
    }
  }

  /** Loads the server until the end, or until the thread is interrupted. */
  void run(long startNanos) throws IOException {
    links.startAt(startNanos);
    for (Link link : links.all()) {
      dispatcher.opened(link.lane(), links.nowNanos());
    }
    long now = links.nowNanos();
    while (!dispatcher.isDone(now) && !Thread.currentThread().isInterrupted()) {
      dispatcher.sendDue();
      await();
      for (Link link : links.takeBroken()) {
        lose(link, FailureCause.LOST);
      }
      now = links.nowNanos();
      if (now >= nextTickNanos) {
        tick(now);
      }
    }
    dispatcher.finish(now);
  }

  /** What is known when all is over. */
  Work.Ending ending() {
    return new Work.Ending(
        cpuNanos,
        Map.of("gets", dispatcher.gets(), "sets", dispatcher.sets()),
        dispatcher.unanswered(),
        complaint.isEmpty() ? dispatcher.complaint() : complaint,
        null,
        window.lengthNanos(),
        null);
  }

  @SuppressWarnings("ThreadPriorityCheck") // who else needs the core is who is waited for
  private void await() throws IOException {
    long now = links.nowNanos();
    long due = dispatcher.nextNanos() - now;
    if (due < SOON_NANOS) {
      links.select(onEvent, 0);
      if (yields) {
        Thread.yield();
      } else {
        Thread.onSpinWait();
      }
    } else {
      long left = Math.min(due - MILLI, nextTickNanos - now);
      if (yields || !comesWithin(LOOK_NANOS, now)) {
        links.select(onEvent, Math.max(1, left / MILLI));
      }
    }
  }

  /** Looks for answers for a while; returns whether any came. */
  private boolean comesWithin(long nanos, long now) throws IOException {
    long until = now + nanos;
    for (long at = now; at < until; at = links.nowNanos()) {
      if (links.select(onEvent, 0) > 0) {
        return true;
      }
    }
    return false;
  }

  private void onEvent(SelectionKey key) {
    Link link = (Link) key.attachment();
    try {
      if (link.state() == State.OPEN) {
        carry(link, key);
      } else if (links.goOn(link)) {
        dispatcher.opened(link.lane(), links.nowNanos());
      }
    } catch (IOException e) {
      complaint = String.valueOf(e.getMessage());
      lose(link, link.causeOf(e));
    }
  }

  private void carry(Link link, SelectionKey key) throws IOException {
    if (key.isReadable()) {
      int length = links.read(link);
      if (length < 0) {
        lose(link, FailureCause.LOST);
        return;
      }
      if (!dispatcher.received(link.lane(), links.in(), length, links.nowNanos())) {
        lose(link, FailureCause.PROTOCOL);
        return;
      }
    }
    if (key.isWritable()) {
      link.flush();
    }
  }

  private void lose(Link link, FailureCause cause) {
    long now = links.nowNanos();
    link.close(now);
    dispatcher.lost(link.lane(), cause, now);
  }

  private void tick(long now) {
    nextTickNanos = (now / TICK_NANOS + 1) * TICK_NANOS;
    recorder.tick(now);
    if (cpuAtStart < 0 && now >= window.fromNanos()) {
      cpuAtStart = threadNanos();
    }
    if (cpuNanos < 0 && now >= window.toNanos()) {
      cpuNanos = threadNanos() - cpuAtStart;
    }
    for (Link link : links.all()) {
      look(link, now);
    }
  }

  /** Gives up what takes too long, and tries again what was given up. */
  private void look(Link link, long now) {
    Lane lane = link.lane();
    switch (link.state()) {
      case CLOSED -> {
        if (now - link.sinceNanos() >= RECONNECT_NANOS) {
          connectAgain(link);
        }
      }
      case CONNECTING, LOGGING_IN -> {
        if (now - link.sinceNanos() >= timeouts.connect().toNanos()) {
          lose(link, FailureCause.CONNECT_TIMEOUT);
        }
      }
      case OPEN -> {
        if (lane.underWay() > 0 && now - lane.sentNanos() >= timeouts.answer().toNanos()) {
          lose(link, FailureCause.ANSWER_TIMEOUT);
        }
      }
    }
  }

  private void connectAgain(Link link) {
    try {
      if (links.connect(link)) {
        dispatcher.opened(link.lane(), links.nowNanos());
      }
    } catch (IOException e) {
      complaint = String.valueOf(e.getMessage());
      lose(link, link.causeOf(e));
    }
  }

  private static long threadNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** The first exception of tasks that may not throw it themselves. */
  private static final class Trouble {
    private @Nullable IOException first;

    interface Task {
      boolean run() throws IOException;
    }

    void ifAny(Task task) {
      try {
        task.run();
      } catch (IOException e) {
        first = first == null ? e : first;
      }
    }

    void raise() throws IOException {
      if (first != null) {
        throw first;
      }
    }
  }
}
