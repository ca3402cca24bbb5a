// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memory;

import cachemark.store.KeyValueStore;
import cachemark.store.StoreContract;
import java.util.concurrent.TimeUnit;

final class MemoryStoreTest extends StoreContract {
  private long nowNanos = Long.MAX_VALUE - 1_000;
  private final MemoryStore store = new MemoryStore(() -> nowNanos);

  @Override
  protected KeyValueStore open() {
    return store;
  }

  @Override
  protected void pass(int millis) {
    nowNanos += TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
