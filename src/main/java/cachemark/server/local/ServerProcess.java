// SPDX-License-Identifier: Apache-2.0
package cachemark.server.local;

import cachemark.server.ServerException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A process of a server's program and what it says. Safe for use by several threads.
 *
 * @param process started already
 * @param log where its words go
 */
record ServerProcess(Process process, ServerLog log) implements AutoCloseable {
  private static final int TERM_MILLIS = 500;

  /** Waits for the process to end by itself; empty if it has not within {@code limit}. */
  OptionalInt await(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
          ? OptionalInt.of(process.exitValue())
          : OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted while a server was prepared", e);
    }
  }

  /** Ends the process, by force where it takes longer than half a second. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(TERM_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor(TERM_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
