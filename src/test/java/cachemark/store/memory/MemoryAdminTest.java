// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memory;

import cachemark.store.AdminContract;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreAdmin;

final class MemoryAdminTest extends AdminContract {
  private final MemoryStore store = new MemoryStore();

  @Override
  protected StoreAdmin openAdmin() {
    return new MemoryAdmin(store);
  }

  @Override
  protected KeyValueStore openStore() {
    return store;
  }
}
