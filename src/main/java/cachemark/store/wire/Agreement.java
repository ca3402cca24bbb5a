// SPDX-License-Identifier: Apache-2.0
package cachemark.store.wire;

import java.util.function.LongSupplier;

/** A number that a server can only be asked for in a way that is now and then a little off. */
public final class Agreement {
  private static final int MAX_READINGS = 10;

  private Agreement() {}

  /** What two readings in a row agree on; the last of ten if no two do. */
  public static long of(LongSupplier reading) {
    long last = reading.getAsLong();
    for (int i = 1; i < MAX_READINGS; i++) {
      long next = reading.getAsLong();
      if (next == last) {
        return next;
      }
      last = next;
    }
    return last;
  }
}
