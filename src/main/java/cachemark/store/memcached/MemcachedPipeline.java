// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memcached;

import cachemark.protocol.memcached.MemcachedReply;
import cachemark.protocol.memcached.MemcachedRequests;
import cachemark.store.Access;
import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.Keys;
import cachemark.store.PipelinedStore;
import cachemark.store.Timeouts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many requests to memcached in one go, each a get or set of its own, through a thin socket. */
public final class MemcachedPipeline implements PipelinedStore {
  private final MemcachedSession session;

  /** A store that {@code access} leads to, not yet connected. */
  public MemcachedPipeline(Access access, Timeouts timeouts) {
    this.session = new MemcachedSession(access, timeouts);
  }

  @Override
  public List<byte @Nullable []> getEach(List<String> keys) {
    Keys.requireValid(keys);
    List<byte @Nullable []> values = new ArrayList<>(keys.size());
    session.askEach(keys, MemcachedRequests::get, key -> values.add(session.value(key)));
    return values;
  }

  @Override
  public void setEach(List<Entry> entries, Expiry expiry) {
    session.askEach(
        entries,
        (out, entry) -> MemcachedSession.appendSet(out, entry, expiry),
        entry -> session.require(MemcachedReply.STORED, session.next()));
  }

  @Override
  public void close() {
    session.close();
  }
}
