// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.cacheaside.Repository;
import cachemark.store.Access;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Puts a load on a server, or on a table, and says what came of it. */
public final class LoadRig {
  /** What the names of the loading threads begin with; a number from 0 follows. */
  public static final String THREAD_NAME = "load-";

  /** Long enough for every thread to hear of it. */
  private static final long START_IN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private LoadRig() {}

  /** Is told how a load is coming along, by the thread that waits for it. */
  public interface Watcher {
    /** Every connection is there, and the threads wait to be started. */
    default void connected() {}

    /** The warm-up is over. */
    default void measuring() {}

    /** So is the measurement, though answers may still be waited for. */
    default void measured() {}

    /** A second of the measurement is over; the last one when nothing is waited for any more. */
    default void second(LoadSecond second, int of) {}
  }

  /**
   * Loads the server of {@code access}, which has been given {@code data}, and waits for the end.
   *
   * @param yields whether others than the loading threads may need their cores
   * @param log is given every second
   * @throws LoadException if the server cannot be reached when it begins
   */
  public static LoadResult run(
      LoadPlan plan, Data data, Access access, boolean yields, HistogramLog log, Watcher watcher) {
    if (!(plan.subject() instanceof Dialect dialect)) {
      throw new IllegalArgumentException("nobody speaks with " + plan.subject().label());
    }
    Target target = Target.of(dialect.store(), access);
    List<Hand> hands = new ArrayList<>();
    for (int i = 0; i < plan.threads(); i++) {
      int index = i;
      hands.add(
          new Hand(
              index,
              access.endpoint().toString(),
              seconds -> SocketWork.of(plan, dialect, index, target, data, yields, seconds)));
    }
    return runAll(plan, hands, log, watcher);
  }

  /**
   * Loads a table, which has been given {@code records}, and waits for the end.
   *
   * @param opener makes a connected repository of it for one thread, which closes it
   * @param log is given every second
   * @throws LoadException if the table or its cache cannot be reached when it begins
   */
  public static LoadResult run(
      LoadPlan plan,
      Records records,
      Supplier<Repository> opener,
      HistogramLog log,
      Watcher watcher) {
    Work.Maker maker = seconds -> new TableWork(plan, opener, records, seconds);
    return runAll(plan, List.of(new Hand(0, plan.subject().label(), maker)), log, watcher);
  }

  private static LoadResult runAll(
      LoadPlan plan, List<Hand> hands, HistogramLog log, Watcher watcher) {
    try {
      return run(plan, hands, log, watcher);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoadException("interrupted while loading", e);
    } finally {
      hands.forEach(Hand::stop);
    }
  }

  private static LoadResult run(LoadPlan plan, List<Hand> hands, HistogramLog log, Watcher watcher)
      throws InterruptedException {
    hands.forEach(Hand::begin);
    for (Hand hand : hands) {
      hand.awaitConnected();
    }
    watcher.connected();
    long start = System.nanoTime() + START_IN_NANOS;
    hands.forEach(hand -> hand.startAt(start));
    Window window = plan.window();
    sleepUntil(start + window.fromNanos());
    watcher.measuring();
    Interval total = new Interval();
    Interval sum = new Interval();
    List<LoadSecond> seconds = new ArrayList<>();
    int all = Recorder.seconds(window);
    for (int i = 0; i < all && !sum.last; i++) {
      if (i == all - 1) {
        sleepUntil(start + window.toNanos());
        watcher.measured();
      }
      collect(hands, plan.answer(), sum);
      if (sum.last && i < all - 1) {
        watcher.measured();
      }
      log.second(i, sum);
      total.add(sum);
      LoadSecond second = LoadSecond.of(i, sum);
      seconds.add(second);
      watcher.second(second, all);
    }
    return result(plan, hands, total, seconds);
  }

  /** Makes {@code sum} the next second of all threads together. */
  private static void collect(List<Hand> hands, Duration patience, Interval sum)
      throws InterruptedException {
    sum.clear();
    for (Hand hand : hands) {
      Interval part = hand.next(patience);
      sum.add(part);
      hand.back(part);
    }
  }

  private static void sleepUntil(long nanos) throws InterruptedException {
    long left = nanos - System.nanoTime();
    if (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
  }

  private static LoadResult result(
      LoadPlan plan, List<Hand> hands, Interval total, List<LoadSecond> seconds)
      throws InterruptedException {
    long cpuNanos = 0;
    Map<String, Long> asked = new TreeMap<>();
    long unanswered = 0;
    Staleness staleness = null;
    TraceTally trace = null;
    long measuredNanos = plan.window().lengthNanos();
    String complaint = "";
    for (Hand hand : hands) {
      Work.Ending end = hand.end();
      cpuNanos = cpuNanos < 0 || end.cpuNanos() < 0 ? -1 : cpuNanos + end.cpuNanos();
      end.asked().forEach((name, count) -> asked.merge(name, count, Long::sum));
      unanswered += end.unanswered();
      staleness = end.staleness() == null ? staleness : end.staleness();
      complaint = complaint.isEmpty() ? end.complaint() : complaint;
      measuredNanos = Math.min(measuredNanos, end.measuredNanos());
      trace = end.trace() == null ? trace : end.trace();
    }
    if (measuredNanos == 0) {
      throw new LoadException(
          "the trace was over before anything was measured: a shorter warm-up, or a slower replay,"
              + " leaves some of it for that");
    }
    return new LoadResult(
        plan,
        Counts.of(total),
        Times.of(total.response),
        Times.of(total.service),
        Times.of(total.lateness),
        total.routes(),
        seconds,
        cpuNanos,
        asked,
        unanswered,
        staleness,
        measuredNanos,
        trace,
        complaint);
  }
}
