// SPDX-License-Identifier: Apache-2.0
package cachemark.store.registry;

import cachemark.TestServers;
import cachemark.store.ConditionalContract;
import cachemark.store.ConditionalStore;
import cachemark.store.Timeouts;
import cachemark.store.redis.WireRedisStore;

/** Redis through a thin socket, as a store whose values are replaced on a condition. */
final class RedisConditionalIT extends ConditionalContract {
  @Override
  protected ConditionalStore open() {
    return new WireRedisStore(TestServers.redis(), Timeouts.DEFAULT);
  }
}
