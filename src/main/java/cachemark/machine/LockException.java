// SPDX-License-Identifier: Apache-2.0
package cachemark.machine;

import org.jspecify.annotations.Nullable;

/** The machine cannot be had alone; the message is for whoever wanted to measure on it. */
public final class LockException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LockException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  LockException(String message) {
    this(message, null);
  }
}
