// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

/**
 * The delete that memcached had in the report's days, after which a key cannot be added again for a
 * time. Not thread-safe.
 */
public interface BlockingDeleteStore extends AutoCloseable {
  /**
   * Removes the value under {@code key}, which is to stay without one; returns whether there was
   * one. A server that no longer has the operation fails as SERVER_ERROR.
   */
  boolean delete(String key, Expiry blocked);

  /** Ends the connection; never throws, may be called twice. */
  @Override
  void close();
}
