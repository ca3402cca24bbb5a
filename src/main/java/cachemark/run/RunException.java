// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import org.jspecify.annotations.Nullable;

/** A run cannot go on; the message is one sentence for whoever started it. */
public final class RunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RunException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  public RunException(String message) {
    this(message, null);
  }
}
