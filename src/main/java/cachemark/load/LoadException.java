// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import org.jspecify.annotations.Nullable;

/** A load cannot be put on a server; the message is one sentence for whoever wanted it. */
public final class LoadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LoadException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  public LoadException(String message) {
    this(message, null);
  }
}
