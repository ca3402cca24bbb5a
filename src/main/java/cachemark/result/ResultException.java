// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import org.jspecify.annotations.Nullable;

/** Stored results cannot be written or read; the message is one sentence that names the file. */
public final class ResultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ResultException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  public ResultException(String message) {
    this(message, null);
  }
}
