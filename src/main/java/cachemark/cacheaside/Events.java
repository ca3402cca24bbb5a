// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

/** Whoever wants to know what reads and writes did on their way. Called by the same thread. */
public interface Events {
  /** The cache had the value. */
  void hit();

  /** The cache was asked and had nothing. */
  void miss();

  /** The cache took a value. */
  void cached();

  /** The cache was told to forget a value, whether it had it or not. */
  void invalidated();

  /** The table had the row. */
  void rowFound();

  /** The table had no such row. */
  void rowMissing();

  /** The table took a row. */
  void rowInserted();

  /** The table took another value for a row that it had. */
  void rowUpdated();
}
