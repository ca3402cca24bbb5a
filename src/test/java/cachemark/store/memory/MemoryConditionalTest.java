// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memory;

import cachemark.store.ConditionalContract;
import cachemark.store.ConditionalStore;

/** The heap, as a store whose values are replaced on a condition. */
final class MemoryConditionalTest extends ConditionalContract {
  private final MemoryStore store = new MemoryStore();

  @Override
  protected ConditionalStore open() {
    return store;
  }
}
