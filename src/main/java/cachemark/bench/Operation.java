// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreException;

/** One measured operation on a store, with its outcome counted and never thrown. */
enum Operation {
  /** Reads the key and compares the value with what was written. */
  GET {
    @Override
    void call(KeyValueStore store, Entry entry, Outcomes outcomes) {
      outcomes.read(store.get(entry.key()), entry.value());
    }
  },
  /** Writes the value, to stay. */
  SET {
    @Override
    void call(KeyValueStore store, Entry entry, Outcomes outcomes) {
      store.set(entry.key(), entry.value(), Expiry.NEVER);
      outcomes.stored();
    }
  };

  abstract void call(KeyValueStore store, Entry entry, Outcomes outcomes);

  /** Does the operation once. */
  final void on(KeyValueStore store, Entry entry, Outcomes outcomes) {
    try {
      call(store, entry, outcomes);
    } catch (StoreException e) {
      outcomes.failed(e.failure());
    }
  }
}
