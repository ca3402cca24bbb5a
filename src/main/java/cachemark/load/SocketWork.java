// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.store.Timeouts;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** A thread's share of the requests to a cache, over connections that never block it. */
final class SocketWork implements Work {
  private final Links links;
  private final Worker worker;

  private SocketWork(Links links, Worker worker) {
    this.links = links;
    this.worker = worker;
  }

  /**
   * The work of thread {@code index} of those that {@code plan} wants.
   *
   * @param yields whether others may run on its core between two looks
   */
  static SocketWork of(
      LoadPlan plan,
      Dialect dialect,
      int index,
      Target target,
      Data data,
      boolean yields,
      UnaryOperator<Interval> seconds)
      throws IOException {
    Lane[] lanes = lanes(plan, index);
    Language language = Language.of(dialect, data);
    int writeBytes = Math.multiplyExact(plan.pipeline(), language.longestRequest());
    Links links = new Links(target, lanes, writeBytes);
    Window window = plan.window();
    Recorder recorder = new Recorder(window, plan.isOpen(), seconds);
    Dispatcher dispatcher =
        new Dispatcher(
            window,
            plan.arrivals(index, plan.threads()),
            plan.mix(index),
            language,
            recorder,
            links,
            lanes,
            plan.pipeline());
    Timeouts timeouts = new Timeouts(Hand.CONNECT, plan.answer());
    return new SocketWork(links, new Worker(window, timeouts, yields, links, dispatcher, recorder));
  }

  @Override
  public void connect() throws IOException {
    worker.connect();
  }

  @Override
  public void run(long startNanos) throws IOException {
    worker.run(startNanos);
  }

  @Override
  public Ending ending() {
    return worker.ending();
  }

  @Override
  public void close() throws IOException {
    links.close();
  }

  /** Its share of the connections. */
  private static Lane[] lanes(LoadPlan plan, int index) {
    int share = (plan.connections() + plan.threads() - 1 - index) / plan.threads();
    Lane[] lanes = new Lane[share];
    for (int i = 0; i < share; i++) {
      lanes[i] = new Lane(i, plan.pipeline());
    }
    return lanes;
  }
}
