// SPDX-License-Identifier: Apache-2.0
package cachemark.floor;

import org.jspecify.annotations.Nullable;

/** The floor or the noise could not be measured; the message says why. */
public final class FloorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FloorException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  FloorException(String message) {
    this(message, null);
  }
}
