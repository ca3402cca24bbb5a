// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store that opens another for each operation and closes it after. As thread-safe as those. */
final class PerOperationStore implements KeyValueStore {
  private final Supplier<KeyValueStore> opener;

  PerOperationStore(Supplier<KeyValueStore> opener) {
    this.opener = opener;
  }

  @Override
  public byte @Nullable [] get(String key) {
    try (KeyValueStore store = opener.get()) {
      return store.get(key);
    }
  }

  @Override
  public void set(String key, byte[] value, Expiry expiry) {
    try (KeyValueStore store = opener.get()) {
      store.set(key, value, expiry);
    }
  }

  @Override
  public boolean add(String key, byte[] value, Expiry expiry) {
    try (KeyValueStore store = opener.get()) {
      return store.add(key, value, expiry);
    }
  }

  @Override
  public boolean replace(String key, byte[] value, Expiry expiry) {
    try (KeyValueStore store = opener.get()) {
      return store.replace(key, value, expiry);
    }
  }

  @Override
  public boolean delete(String key) {
    try (KeyValueStore store = opener.get()) {
      return store.delete(key);
    }
  }

  @Override
  public long increment(String key, long delta) {
    try (KeyValueStore store = opener.get()) {
      return store.increment(key, delta);
    }
  }

  @Override
  public boolean touch(String key, Expiry expiry) {
    try (KeyValueStore store = opener.get()) {
      return store.touch(key, expiry);
    }
  }

  @Override
  public Map<String, byte[]> getAll(Collection<String> keys) {
    try (KeyValueStore store = opener.get()) {
      return store.getAll(keys);
    }
  }

  /** Does nothing: no connection outlives its operation. */
  @Override
  public void close() {}
}
