// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends a fork when the process that started it is gone, so that none runs on by itself. The fork's
 * standard input is a pipe from that process, which the kernel closes at once whatever ends it;
 * waiting for it costs the measurement nothing.
 */
public final class ForkLifeline {
  private static final AtomicBoolean attached = new AtomicBoolean();

  private ForkLifeline() {}

  /** Watches from now on; does nothing where no process is named, or when called again. */
  public static void attach() {
    RunProperties.parent()
        .ifPresent(
            parent -> {
              if (!attached.getAndSet(true)) {
                watch(parent);
                ForkEnd.await();
              }
            });
  }

  private static void watch(long parent) {
    Thread thread = new Thread(() -> endWith(parent), "fork-lifeline");
    thread.setDaemon(true);
    thread.start();
  }

  private static void endWith(long parent) {
    awaitEndOfInput();
    // A profiler's wrapper may have closed the input while the parent is still there.
    ProcessHandle.of(parent).ifPresent(process -> process.onExit().join());
    Runtime.getRuntime().halt(1);
  }

  private static void awaitEndOfInput() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream()); // nobody has a word for a fork
    } catch (IOException e) {
      return; // no input at all is the end of it, too
    }
  }
}
