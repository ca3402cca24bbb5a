// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import cachemark.server.ServerException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * How long an engine may take for what it does at once while it is well. One that hangs keeps every
 * connection open and answers nothing, and no client gives up by itself.
 */
final class Patience {
  private Patience() {}

  /**
   * Returns once the engine has done what {@code request} asks of it, or throws what that throws.
   *
   * @throws ServerException if it takes longer than {@code limit}
   */
  static void request(Duration limit, Runnable request) {
    ask(
        limit,
        () -> {
          request.run();
          return limit;
        });
  }

  /** The same for what the engine has an answer to. */
  static <T> T ask(Duration limit, Supplier<T> question) {
    FutureTask<T> task = new FutureTask<>(question::get);
    Thread thread = new Thread(task, "request-to-engine");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new ServerException(
          String.format(
              Locale.ROOT, "the Docker engine did not answer within %d s", limit.toSeconds()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted while the Docker engine was asked", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new ServerException("the Docker engine cannot be asked: " + e.getMessage(), e);
    }
  }
}
