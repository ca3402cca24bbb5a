// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.server.local.LocalServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** What is done to a server's process while it is loaded. */
final class Signals {
  private Signals() {}

  /** Stops it for so long, in which it answers nothing. */
  static void standStill(LocalServer server, int millis) {
    send(server, "STOP");
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      send(server, "CONT");
    }
  }

  /** Sends it a signal. */
  static void send(LocalServer server, String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(server.pid().getAsLong()))
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
