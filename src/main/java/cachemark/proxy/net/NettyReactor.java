// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy.net;

import cachemark.proxy.Reactor;
import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;

/**
 * An event loop and the clocks of the machine. What a turn ends with is what the loop does after
 * all connections that had something to read.
 *
 * @param loop the one on which everything happens
 */
record NettyReactor(EventLoop loop) implements Reactor {
  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public long epochSeconds() {
    return TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis());
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // what a task throws ends the loop's connection
  public void schedule(long delayNanos, Runnable task) {
    loop.schedule(task, delayNanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void atEndOfTurn(Runnable task) {
    loop.execute(task);
  }
}
