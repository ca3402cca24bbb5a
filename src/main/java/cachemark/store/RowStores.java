// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

/**
 * The suite's table on one server, reached in one way. Nothing is sent before the first operation.
 * Thread-safe.
 */
public interface RowStores extends AutoCloseable {
  /**
   * A store for the calling thread, which closes it: after one operation where the way is a
   * connection per operation, at its end otherwise.
   */
  RowStore open();

  /** Ends what threads share; may be called twice. */
  @Override
  void close();
}
