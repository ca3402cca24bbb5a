// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.ring;

/** A rule by which everybody finds a key on the same one of several servers. Thread-safe. */
public interface Sharding {
  /**
   * The server that holds a key.
   *
   * @param key as it is sent, not changed
   * @return its position in the list of servers that this was made of, from 0
   */
  default int serverOf(byte[] key) {
    return serverOf(key, 0, key.length);
  }

  /** The server that holds the key of {@code length} bytes that begins at {@code from}. */
  int serverOf(byte[] bytes, int from, int length);
}
