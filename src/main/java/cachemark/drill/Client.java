// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What a thread reads and writes a subject through; fails with {@code StoreException}. */
public interface Client {
  /** The value under {@code key}, or null where there is none. */
  byte @Nullable [] get(String key);

  /** Stores {@code value} under {@code key} to stay. */
  void set(String key, byte[] value);

  /** A client that is a store. */
  static Client of(KeyValueStore store) {
    return new Client() {
      @Override
      public byte @Nullable [] get(String key) {
        return store.get(key);
      }

      @Override
      public void set(String key, byte[] value) {
        store.set(key, value, Expiry.NEVER);
      }
    };
  }
}
