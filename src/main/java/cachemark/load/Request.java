// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.store.Expiry;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a table.
 *
 * @param kind of request
 * @param record that it is about
 * @param valueBytes length of the value that an update writes, or 0 for the usual
 * @param ttl how long a cache keeps what it is given on the way, or null for the usual
 */
record Request(Kind kind, int record, int valueBytes, @Nullable Expiry ttl) {
  /** A request for whatever is usual. */
  Request(Kind kind, int record) {
    this(kind, record, 0, null);
  }

  enum Kind {
    READ,
    UPDATE,
    /** The cache is to forget the record, which stays as it is. */
    REMOVAL
  }
}
