// SPDX-License-Identifier: Apache-2.0
package cachemark.store.wire;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A limit on the time of one blocking write: closes the socket under it when the time is over.
 *
 * <p>One daemon thread serves the limits of all connections, and ends when there are none.
 */
final class WriteLimit {
  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private final Socket socket;
  private final ScheduledFuture<?> closing;
  private volatile boolean hit;

  private WriteLimit(Socket socket, long deadlineNanos) {
    this.socket = socket;
    long left = deadlineNanos - System.nanoTime();
    this.closing = CLOCK.schedule(this::hit, left, TimeUnit.NANOSECONDS);
  }

  static WriteLimit start(Socket socket, long deadlineNanos) {
    return new WriteLimit(socket, deadlineNanos);
  }

  /** Whether the write failed because its time was over. */
  boolean wasHit() {
    return hit;
  }

  void end() {
    closing.cancel(false);
  }

  private void hit() {
    hit = true;
    try {
      socket.close();
    } catch (IOException ignored) {
      // The write ends either way.
    }
  }

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "cachemark-write-limit");
              thread.setDaemon(true);
              return thread;
            });
    clock.setRemoveOnCancelPolicy(true);
    clock.setKeepAliveTime(10, TimeUnit.SECONDS);
    clock.allowCoreThreadTimeOut(true);
    return clock;
  }
}
