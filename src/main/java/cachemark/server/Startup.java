// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a server is started until it is ready. */
public final class Startup {
  private static final int PROBE_MILLIS = 5;
  private static final int ATTEMPTS = 3;

  private Startup() {}

  /**
   * Launches a server and returns once it answers {@code readiness}. One that ends as it starts may
   * have lost its port to another process, so it is launched again, three times at the most.
   *
   * @param stop ends a server that did not come to be ready
   * @throws ServerException with what kept the last one from being ready within {@code limit}
   */
  public static <S extends RunningServer> S ready(
      Supplier<S> launch, Consumer<S> stop, Readiness readiness, Duration limit) {
    for (int attempt = 1; ; attempt++) {
      S server = launch.get();
      ServerException trouble = await(server, readiness, limit);
      if (trouble == null) {
        return server;
      }
      boolean hadItsPort = server.isAlive();
      stop.accept(server);
      if (hadItsPort || attempt == ATTEMPTS) {
        throw trouble;
      }
    }
  }

  /** What kept the server from being ready within {@code limit}, or null once it is. */
  private static @Nullable ServerException await(
      RunningServer server, Readiness readiness, Duration limit) {
    long deadlineNanos = System.nanoTime() + limit.toNanos();
    Exception last = new ServerException("it was never asked");
    while (System.nanoTime() < deadlineNanos) {
      try {
        readiness.probe(server.access());
        if (server.isAlive()) { // else another process had taken its port and answered
          return null;
        }
      } catch (Exception e) {
        last = e;
      }
      if (!server.isAlive()) {
        return new ServerException(server.name() + " ended as it started: " + server.lastWords());
      }
      pause();
    }
    return new ServerException(
        String.format(
            Locale.ROOT,
            "%s was not ready within %d s: %s %s",
            server.name(),
            limit.toSeconds(),
            last.getMessage(),
            server.lastWords()),
        last);
  }

  /** A port of loopback that nobody listens at just now. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PROBE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted while a server started", e);
    }
  }
}
