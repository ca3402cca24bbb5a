// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.Entry;
import cachemark.store.StoreException;

/** What is done with an entry again and again: its outcome is counted, its failure never thrown. */
@FunctionalInterface
interface Attempt {
  /** Does it once; may throw {@link StoreException}, after counting nothing of this time. */
  void call(Entry entry, Outcomes outcomes);

  /** Does it once and counts a failure by its cause. */
  default void on(Entry entry, Outcomes outcomes) {
    try {
      call(entry, outcomes);
    } catch (StoreException e) {
      outcomes.failed(e.failure());
    }
  }
}
