// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

/** What came of an operation on a key whose acknowledged writes are known. */
public enum Outcome {
  /** A read returned the last acknowledged version, or a later one that was issued. */
  RIGHT,
  /** A read returned nothing, though a write had been acknowledged before it began. */
  MISSING,
  /** A read returned an older version than one that was acknowledged before it began. */
  STALE,
  /** A read returned another key's value, torn bytes, or a version that nobody wrote. */
  WRONG,
  /** A read failed. */
  READ_ERROR,
  /** A write was acknowledged. */
  STORED,
  /** A write failed: whether it took effect is not known. */
  WRITE_ERROR;

  /** Whether it is an operation as it should be. */
  public boolean isGood() {
    return this == RIGHT || this == STORED;
  }

  /** Whether it came of a read. */
  public boolean isRead() {
    return this != STORED && this != WRITE_ERROR;
  }

  /** Whether the store answered at all. */
  public boolean isAnswer() {
    return this != READ_ERROR && this != WRITE_ERROR;
  }
}
