// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import org.jspecify.annotations.Nullable;

/** Where servers come from. Safe for use by several threads. */
public interface ServerSource extends AutoCloseable {
  /**
   * Provides a server and returns once it answers {@code readiness}.
   *
   * @throws ServerException if it cannot be had, with what to do about it
   */
  RunningServer start(ServerRequest request, Readiness readiness);

  /** Ends one of its servers. */
  void stop(RunningServer server);

  /** The first of its servers that is no longer running, or null while all are. */
  @Nullable RunningServer dead();

  /** Ends all its servers and removes what they left. */
  @Override
  void close();
}
