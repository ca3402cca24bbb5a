// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends a fork when the process that started it is gone, so that none runs on by itself. The fork's
 * standard input is a pipe from that process, which the kernel closes at once whatever ends it;
 * waiting for it costs the measurement nothing.
 */
public final class ForkLifeline {
  private static final AtomicBoolean attached = new AtomicBoolean();
  private static final FileChannel INPUT = new FileInputStream(FileDescriptor.in).getChannel();

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

  /**
   * Ends the watch, which must be before the fork ends by itself: a JVM waits 0.3 s with its end
   * for a thread that the kernel keeps.
   */
  static void detach() {
    try {
      INPUT.close();
    } catch (IOException e) {
      return; // then it waits
    }
  }

  private static void endWith(long parent) {
    if (!inputEnds()) {
      return;
    }
    // A profiler's wrapper may have closed the input while the parent is still there.
    ProcessHandle.of(parent).ifPresent(process -> process.onExit().join());
    Runtime.getRuntime().halt(1);
  }

  /** Waits for it; returns whether it was not this fork that has closed it. */
  private static boolean inputEnds() {
    ByteBuffer ignored = ByteBuffer.allocate(64); // nobody has a word for a fork
    try {
      while (INPUT.read(ignored) >= 0) {
        ignored.clear();
      }
      return true;
    } catch (AsynchronousCloseException e) {
      return false;
    } catch (IOException e) {
      return true; // no input at all is the end of it, too
    }
  }
}
