// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import cachemark.store.Access;
import cachemark.store.Connections;
import cachemark.store.Timeouts;
import org.jspecify.annotations.Nullable;

/**
 * Redis through Jedis, which does all its work in the thread that asks. Threads that share it share
 * a pool; otherwise each store has a connection of its own. Nothing is sent before the first
 * operation. Thread-safe.
 */
public final class JedisStores implements AutoCloseable {
  private final Access access;
  private final JedisConnector connector;
  private final @Nullable JedisPool pool;

  /** Stores that {@code access} leads to, for threads that connect in this way. */
  public JedisStores(Connections way, Access access, Timeouts timeouts) {
    this.access = access;
    this.connector = new JedisConnector(access, timeouts);
    this.pool = way == Connections.SHARED ? new JedisPool(access, timeouts) : null;
  }

  /** A store for one thread, or for all where they share the pool. */
  public JedisStore open() {
    return new JedisStore(session());
  }

  /** Sets and lists for one thread, or for all where they share the pool. */
  public JedisCollections openCollections() {
    return new JedisCollections(session());
  }

  @Override
  public void close() {
    if (pool != null) {
      pool.close();
    }
  }

  private JedisSession session() {
    JedisLink link = pool == null ? new OwnJedis(connector) : pool;
    return new JedisSession(link, access.endpoint());
  }
}
