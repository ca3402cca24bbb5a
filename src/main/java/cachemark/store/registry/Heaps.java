// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import cachemark.store.Endpoint;
import cachemark.store.memory.MemoryStore;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The in-memory stores of this process, one for each endpoint, so that factory and admin meet in
 * the same map as they would in the same server. Thread-safe.
 */
final class Heaps {
  private static final ConcurrentHashMap<Endpoint, MemoryStore> STORES = new ConcurrentHashMap<>();

  private Heaps() {}

  static MemoryStore at(Endpoint endpoint) {
    return STORES.computeIfAbsent(endpoint, any -> new MemoryStore());
  }
}
