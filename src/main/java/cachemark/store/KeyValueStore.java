// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cache of byte values under text keys, through one client.
 *
 * <p>Keys are 1 to 250 bytes of UTF-8 without spaces or control characters; any other is refused
 * with {@link IllegalArgumentException} before anything is sent. Values are arrays that neither
 * side modifies while the call runs; they travel as they are, neither compressed nor serialised. An
 * operation that fails throws {@link StoreException}; the store stays usable and connects again
 * where it has to. Every call returns within the sum of the {@link Timeouts} it was opened with.
 *
 * <p>Thread safety is the adapter's to state: a store opened for {@link Connections#SHARED} may be
 * used by any number of threads, every other by one at a time.
 */
public interface KeyValueStore extends AutoCloseable {
  /** The value under {@code key}, or null where there is none. */
  byte @Nullable [] get(String key);

  /** Stores {@code value} under {@code key}, whatever was there. */
  void set(String key, byte[] value, Expiry expiry);

  /** Stores {@code value} only if {@code key} has none; returns whether it did. */
  boolean add(String key, byte[] value, Expiry expiry);

  /** Stores {@code value} only if {@code key} has one already; returns whether it did. */
  boolean replace(String key, byte[] value, Expiry expiry);

  /** Removes the value under {@code key}; returns whether there was one. */
  boolean delete(String key);

  /**
   * Adds {@code delta} to the decimal number under {@code key} and returns the sum, in one step
   * that no other client can come between. A missing key becomes {@code delta}, to stay; one that
   * is there keeps its expiry. A value that is no number fails as SERVER_ERROR and stays as it is.
   *
   * @param delta 0 or more; the sum may have 18 digits
   * @throws IllegalArgumentException if {@code delta} is below 0
   */
  long increment(String key, long delta);

  /** Gives the value under {@code key} another expiry, counted from now; returns whether it did. */
  boolean touch(String key, Expiry expiry);

  /** The values there are under {@code keys}, by key, in a single request. */
  Map<String, byte[]> getAll(Collection<String> keys);

  /** Ends the connection and the threads of this store; never throws, may be called twice. */
  @Override
  void close();
}
