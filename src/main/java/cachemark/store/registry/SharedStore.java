// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user's view of a store that others use too: closing the view leaves the store open. */
final class SharedStore implements KeyValueStore {
  private final KeyValueStore store;

  SharedStore(KeyValueStore store) {
    this.store = store;
  }

  @Override
  public byte @Nullable [] get(String key) {
    return store.get(key);
  }

  @Override
  public void set(String key, byte[] value, Expiry expiry) {
    store.set(key, value, expiry);
  }

  @Override
  public boolean add(String key, byte[] value, Expiry expiry) {
    return store.add(key, value, expiry);
  }

  @Override
  public boolean replace(String key, byte[] value, Expiry expiry) {
    return store.replace(key, value, expiry);
  }

  @Override
  public boolean delete(String key) {
    return store.delete(key);
  }

  @Override
  public long increment(String key, long delta) {
    return store.increment(key, delta);
  }

  @Override
  public boolean touch(String key, Expiry expiry) {
    return store.touch(key, expiry);
  }

  @Override
  public Map<String, byte[]> getAll(Collection<String> keys) {
    return store.getAll(keys);
  }

  /** Does nothing: the store belongs to its factory. */
  @Override
  public void close() {}
}
