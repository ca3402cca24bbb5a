// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import org.jspecify.annotations.Nullable;

/**
 * A table of keys and values, through one client: the report's {@code mytable}.
 *
 * <p>Keys are as {@link Keys} allows them and at most {@link TableShape#MAX_KEY_CHARS} characters;
 * values are ASCII text. Every statement is a transaction of its own. An operation that fails
 * throws {@link StoreException}; the store stays usable and connects again where it has to. Every
 * wait of a call, of which a login has several, is within the {@link Timeouts} it was opened with.
 * A store opened for {@link Connections#SHARED} may be used by any number of threads, every other
 * by one at a time.
 */
public interface RowStore extends AutoCloseable {
  /** Connects and logs in now, where that is not done yet. */
  void connect();

  /** The value of a row with this key, or null where there is none. */
  byte @Nullable [] select(String key);

  /**
   * Adds a row. Without an index a second row of the same key is added beside the first.
   *
   * @throws StoreException as SERVER_ERROR if the value is longer than its column or the primary
   *     key is there already
   */
  void insert(String key, byte[] value);

  /**
   * Gives every row with this key this value, whichever it had.
   *
   * @return whether there was such a row
   * @throws StoreException as SERVER_ERROR if the value is longer than its column
   */
  boolean update(String key, byte[] value);

  /** Ends the connections of this store; never throws, may be called twice. */
  @Override
  void close();
}
