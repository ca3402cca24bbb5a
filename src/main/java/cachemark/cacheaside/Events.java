// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

import cachemark.store.ConditionalStore;

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

  /** The cache knew that there is no such row. */
  default void absent() {}

  /** The cache was asked and had nothing but the lease of another read. */
  default void leased() {}

  /** The cache was asked for a lease, and gave it or had something by then. */
  default void leaseAsked(boolean taken) {}

  /** A value was to take the place of a lease, with this outcome. */
  default void leaseUsed(ConditionalStore.Swap outcome) {}

  /** The cache did not take a value, since it had one by then. */
  default void fillRefused() {}

  /** The cache failed, and it is gone on without it. */
  default void cacheFailed() {}

  /** Another load of the key was waited for. */
  default void waited() {}

  /** The table had the row. */
  void rowFound();

  /** The table had no such row. */
  void rowMissing();

  /** The table took a row. */
  void rowInserted();

  /** The table took another value for a row that it had. */
  void rowUpdated();
}
