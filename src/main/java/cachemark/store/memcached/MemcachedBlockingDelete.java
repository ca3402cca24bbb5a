// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memcached;

import cachemark.protocol.memcached.MemcachedReply;
import cachemark.protocol.memcached.MemcachedRequests;
import cachemark.store.Access;
import cachemark.store.BlockingDeleteStore;
import cachemark.store.Expiry;
import cachemark.store.Keys;
import cachemark.store.Timeouts;

/** memcached's delete with a time, through a thin socket; servers from 1.4 on refuse it. */
public final class MemcachedBlockingDelete implements BlockingDeleteStore {
  private final MemcachedSession session;

  /** A store that {@code access} leads to, not yet connected. */
  public MemcachedBlockingDelete(Access access, Timeouts timeouts) {
    this.session = new MemcachedSession(access, timeouts);
  }

  @Override
  public boolean delete(String key, Expiry blocked) {
    Keys.requireValid(key);
    MemcachedRequests.delete(session.begin(), key, blocked.seconds());
    session.send();
    return session.is(MemcachedReply.DELETED, MemcachedReply.NOT_FOUND);
  }

  @Override
  public void close() {
    session.close();
  }
}
