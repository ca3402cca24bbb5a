// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.fork;

/**
 * Ends a fork as soon as JMH is done with it. A library may leave threads behind that keep the
 * process alive without doing anything, as Netty does for a second after it was shut down.
 */
final class ForkEnd {
  private static final String MAIN = "main";

  private ForkEnd() {}

  /** Waits from now on for the main thread to have ended, which is when JMH has all results. */
  static void await() {
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(MAIN))
        .forEach(ForkEnd::exitAfter);
  }

  private static void exitAfter(Thread main) {
    Thread waiting =
        new Thread(
            () -> {
              try {
                main.join();
                ForkLifeline.detach();
                Runtime.getRuntime().exit(0);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "fork-end");
    waiting.setDaemon(true);
    waiting.start();
  }
}
