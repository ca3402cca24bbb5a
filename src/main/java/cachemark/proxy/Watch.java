// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import java.util.concurrent.TimeUnit;

/**
 * What looks at all servers and connections at regular intervals, with a clock of its own that
 * stands still while the proxy itself does: so that a proxy that was stopped for a while does not
 * take all its servers for dead. Not thread-safe.
 */
final class Watch {
  private static final long LONGEST_TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int TICKS_OF_TIMEOUT = 10;

  private final Core core;
  private final long tickNanos;
  private long nanos;
  private long lastTime;
  private boolean isEnded;

  Watch(Core core) {
    this.core = core;
    tickNanos = Math.min(LONGEST_TICK_NANOS, core.config.timeout().toNanos() / TICKS_OF_TIMEOUT);
    lastTime = core.reactor.nanoTime();
  }

  /** The clock, in nanoseconds; it goes on with each look. */
  long nanos() {
    return nanos;
  }

  void start() {
    core.reactor.schedule(tickNanos, this::tick);
  }

  void end() {
    isEnded = true;
  }

  private void tick() {
    if (isEnded) {
      return;
    }
    long time = core.reactor.nanoTime();
    nanos += Math.min(time - lastTime, 2 * tickNanos);
    lastTime = time;
    for (Server server : core.cluster.servers()) {
      server.returning.look();
    }
    core.clients.look();
    start();
  }
}
