// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memory;

import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.ServerCounters;
import cachemark.store.StoreAdmin;
import java.util.Iterator;
import java.util.Map;

/**
 * Emptying and filling a {@link MemoryStore}, which counts nothing: its counters are all 0.
 *
 * <p>Thread-safe, as the store is.
 */
public final class MemoryAdmin implements StoreAdmin {
  private final MemoryStore store;

  public MemoryAdmin(MemoryStore store) {
    this.store = store;
  }

  @Override
  public String version() {
    return Runtime.version().toString();
  }

  @Override
  public void flush() {
    store.clear();
  }

  @Override
  public long count() {
    return store.count();
  }

  @Override
  public void load(Iterator<Entry> entries, Expiry expiry) {
    entries.forEachRemaining(entry -> store.set(entry.key(), entry.value(), expiry));
  }

  @Override
  public ServerCounters counters() {
    return ServerCounters.of(Map.of());
  }

  @Override
  public Map<String, String> settings() {
    return Map.of();
  }

  @Override
  public void close() {}
}
