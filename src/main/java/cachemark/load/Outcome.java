// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

/** What the answer to a request says. */
enum Outcome {
  /** Nothing yet: it has not arrived in full. */
  INCOMPLETE,
  /** The value that belongs to the key. */
  HIT,
  /** There is no such key. */
  MISS,
  STORED,
  /** The server did not store a value, and calls that no error. */
  NOT_STORED,
  /** The cache has forgotten a key, if it had it. */
  REMOVED,
  /** A value that does not belong to the key. */
  WRONG_BYTES,
  /** The server would not, or could not. */
  SERVER_ERROR,
  /** Bytes that no server may answer here. */
  PROTOCOL
}
