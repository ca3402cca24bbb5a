// SPDX-License-Identifier: Apache-2.0
package cachemark.store.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A limit on the time of one blocking write: closes the socket under it when the time is over.
 *
 * <p>One daemon thread serves the limits of all connections, and ends when there are none.
 */
final class WriteLimit {
  /** The most that the send buffer of an idle connection takes without waiting for the server. */
  private static final int NEVER_BLOCKS_BYTES = 16 * 1024;

  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private final Socket socket;
  private final ScheduledFuture<?> closing;
  private volatile boolean hit;

  private WriteLimit(Socket socket, long deadlineNanos) {
    this.socket = socket;
    long left = deadlineNanos - System.nanoTime();
    this.closing = CLOCK.schedule(this::hit, left, TimeUnit.NANOSECONDS);
  }

  /**
   * Writes to {@code out}, which belongs to {@code socket}.
   *
   * @throws SocketTimeoutException if the server does not take it in time
   */
  static void write(
      Socket socket, OutputStream out, byte[] bytes, int offset, int length, long deadlineNanos)
      throws IOException {
    if (length <= NEVER_BLOCKS_BYTES) {
      out.write(bytes, offset, length);
      return;
    }
    WriteLimit limit = start(socket, deadlineNanos);
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      if (limit.wasHit()) {
        SocketTimeoutException late = new SocketTimeoutException("Write timed out");
        late.initCause(e);
        throw late;
      }
      throw e;
    } finally {
      limit.end();
    }
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
