// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;

/** What was asked for cannot be run; the message is one sentence for whoever asked. */
public final class PlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PlanException(String message) {
    super(message);
  }

  /** Throws unless {@code holds}. */
  @FormatMethod
  static void require(boolean holds, String message, Object... args) {
    if (!holds) {
      throw new PlanException(String.format(Locale.ROOT, message, args));
    }
  }
}
