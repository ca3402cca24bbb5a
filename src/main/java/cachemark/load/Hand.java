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
  private static final Duration CONNECT = Timeouts.DEFAULT.connect();

  /** How long nothing may be heard of a thread beside the time that it may be late anyway. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final LoadPlan plan;
  private final int index;
  private final Target target;
  private final Data data;
  private final boolean yields;
  private final Thread thread;
  private final CompletableFuture<Void> connected = new CompletableFuture<>();
  private final CompletableFuture<Long> start = new CompletableFuture<>();
  private final CompletableFuture<Ending> ending = new CompletableFuture<>();
  private final BlockingQueue<Interval> finished = new LinkedBlockingQueue<>();
  private final ConcurrentLinkedQueue<Interval> spare = new ConcurrentLinkedQueue<>();

  /**
   * What is known when all is over.
   *
   * @param cpuNanos that the thread spent on the measurement, or -1 if that is not known
   * @param gets that were sent, in the warm-up too
   * @param sets that were sent, in the warm-up too
   * @param unanswered of both
   * @param complaint what was wrong about the server, if anything was; else empty
   */
  record Ending(long cpuNanos, long gets, long sets, long unanswered, String complaint) {}

  Hand(LoadPlan plan, int index, Target target, Data data, boolean yields) {
    this.plan = plan;
    this.index = index;
    this.target = target;
    this.data = data;
    this.yields = yields;
    this.thread = new Thread(this::work, LoadRig.THREAD_NAME + index);
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

  Ending end() throws InterruptedException {
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
      throw new LoadException(
          target.endpoint() + " cannot be loaded: " + cause.getMessage(), cause);
    } catch (TimeoutException e) {
      throw new LoadException(thread.getName() + " has got stuck", e);
    }
  }

  private void work() {
    Lane[] lanes = lanes();
    Language language = Language.of(plan.dialect(), data);
    int writeBytes = Math.multiplyExact(plan.pipeline(), language.longestRequest());
    try (Links links = new Links(target, lanes, writeBytes)) {
      Worker worker = worker(lanes, language, links);
      worker.connect();
      connected.complete(null);
      worker.run(start.join());
      ending.complete(worker.ending());
    } catch (IOException | RuntimeException e) {
      connected.completeExceptionally(e);
      ending.completeExceptionally(e);
    }
  }

  private Worker worker(Lane[] lanes, Language language, Links links) {
    Window window = plan.window();
    Rate rate = plan.rate();
    long seed = plan.seed() * plan.threads() + index;
    Arrivals arrivals =
        rate == null
            ? null
            : new Arrivals(plan.spacing().places(index, plan.threads(), plan.seed()), rate, window);
    Recorder recorder = new Recorder(window, rate != null, this::handOver);
    Dispatcher dispatcher =
        new Dispatcher(
            window,
            arrivals,
            new Mix(seed, plan.keys(), plan.getShare()),
            language,
            recorder,
            links,
            lanes,
            plan.pipeline());
    return new Worker(
        window, new Timeouts(CONNECT, plan.answer()), yields, links, dispatcher, recorder);
  }

  private Interval handOver(Interval done) {
    finished.add(done);
    Interval fresh = spare.poll();
    return fresh == null ? new Interval() : fresh;
  }

  /** Its share of the connections. */
  private Lane[] lanes() {
    int share = (plan.connections() + plan.threads() - 1 - index) / plan.threads();
    Lane[] lanes = new Lane[share];
    for (int i = 0; i < share; i++) {
      lanes[i] = new Lane(i, plan.pipeline());
    }
    return lanes;
  }
}
