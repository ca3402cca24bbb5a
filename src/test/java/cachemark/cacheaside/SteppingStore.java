// SPDX-License-Identifier: Apache-2.0
package cachemark.cacheaside;

import cachemark.store.ConditionalStore;
import cachemark.store.Expiry;
import cachemark.store.memory.MemoryStore;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cache in the heap, in front of each operation of which others may come. */
final class SteppingStore implements ConditionalStore {
  private final MemoryStore store = new MemoryStore();
  private final Stage stage;

  SteppingStore(Stage stage) {
    this.stage = stage;
  }

  @Override
  public byte @Nullable [] get(String key) {
    stage.step();
    return store.get(key);
  }

  @Override
  public void set(String key, byte[] value, Expiry expiry) {
    stage.step();
    store.set(key, value, expiry);
  }

  @Override
  public boolean add(String key, byte[] value, Expiry expiry) {
    stage.step();
    return store.add(key, value, expiry);
  }

  @Override
  public Swap swap(String key, byte[] expected, byte[] value, Expiry expiry) {
    stage.step();
    return store.swap(key, expected, value, expiry);
  }

  @Override
  public boolean delete(String key) {
    stage.step();
    return store.delete(key);
  }

  @Override
  public boolean replace(String key, byte[] value, Expiry expiry) {
    throw new AssertionError("nobody replaces");
  }

  @Override
  public long increment(String key, long delta) {
    throw new AssertionError("nobody counts");
  }

  @Override
  public boolean touch(String key, Expiry expiry) {
    throw new AssertionError("nobody touches");
  }

  @Override
  public Map<String, byte[]> getAll(Collection<String> keys) {
    throw new AssertionError("nobody gets several");
  }

  @Override
  public void close() {}
}
