// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import org.jspecify.annotations.Nullable;

/** An operation on a store failed; {@link #failure()} says why in a form that can be counted. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureCause failure;

  public StoreException(FailureCause failure, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.failure = failure;
  }

  public StoreException(FailureCause failure, String message) {
    this(failure, message, null);
  }

  public FailureCause failure() {
    return failure;
  }
}
