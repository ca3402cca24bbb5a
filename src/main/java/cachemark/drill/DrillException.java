// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

import org.jspecify.annotations.Nullable;

/** A drill cannot go on; the message is one sentence for whoever started it. */
public final class DrillException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DrillException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  public DrillException(String message) {
    this(message, null);
  }
}
