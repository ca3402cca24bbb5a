// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import org.jspecify.annotations.Nullable;

/** A server could not be had or was lost; the message is for whoever started the run. */
public final class ServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ServerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  public ServerException(String message) {
    this(message, null);
  }
}
