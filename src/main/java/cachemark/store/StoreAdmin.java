// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import java.util.Iterator;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the suite does to a server outside of any measurement: empty it, fill it, read its counters.
 * One connection, not thread-safe; failures throw {@link StoreException}.
 */
public interface StoreAdmin extends AutoCloseable {
  /** The version the server says it is of. */
  String version();

  /** Removes everything; afterwards {@link #count()} is 0. */
  void flush();

  /** The number of keys the server holds. */
  long count();

  /**
   * The bytes that keys and values take by the server's own account, with what belongs to each of
   * them; empty where it does not tell, or holds those of others too.
   */
  default OptionalLong heldBytes() {
    return OptionalLong.empty();
  }

  /**
   * Stores all entries, many in one go, in memory that does not depend on their number. Each is
   * acknowledged by the server before this returns.
   *
   * @throws IllegalArgumentException if the server has no expiry and {@code expiry} is not NEVER
   */
  void load(Iterator<Entry> entries, Expiry expiry);

  /** Stores all entries to stay. */
  default void load(Iterator<Entry> entries) {
    load(entries, Expiry.NEVER);
  }

  /** The server's own counters since it started. */
  ServerCounters counters();

  /** Every setting of the server by its own name, sorted; secrets are left out. */
  Map<String, String> settings();

  @Override
  void close();
}
