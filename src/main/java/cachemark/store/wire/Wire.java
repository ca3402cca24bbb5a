// SPDX-License-Identifier: Apache-2.0
package cachemark.store.wire;

import java.io.Closeable;
import java.io.IOException;

/** A connection that blocks, until a deadline at most. Not thread-safe. */
public interface Wire extends Closeable {
  /**
   * Sends {@code length} bytes of {@code bytes} from {@code offset} on.
   *
   * @param deadlineNanos as of {@link System#nanoTime}
   * @throws java.net.SocketTimeoutException if the server does not take them in time
   */
  void write(byte[] bytes, int offset, int length, long deadlineNanos) throws IOException;

  /**
   * Waits for at least one byte and reads at most {@code length}; returns how many, or -1 after the
   * last one ever.
   *
   * @param deadlineNanos as of {@link System#nanoTime}
   * @throws java.net.SocketTimeoutException if none comes in time
   */
  int read(byte[] bytes, int offset, int length, long deadlineNanos) throws IOException;
}
