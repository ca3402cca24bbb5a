// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memcached;

import cachemark.protocol.memcached.MemcachedReply;
import cachemark.protocol.memcached.MetaRequests;
import cachemark.store.Access;
import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.Keys;
import cachemark.store.PipelinedStore;
import cachemark.store.Timeouts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many meta commands to memcached in one go, each a get or set, through a thin socket. */
public final class MetaPipeline implements PipelinedStore {
  private final MemcachedSession session;

  /** A store that {@code access} leads to, not yet connected. */
  public MetaPipeline(Access access, Timeouts timeouts) {
    this.session = new MemcachedSession(access, timeouts);
  }

  @Override
  public List<byte @Nullable []> getEach(List<String> keys) {
    Keys.requireValid(keys);
    List<byte @Nullable []> values = new ArrayList<>(keys.size());
    session.askEach(keys, MetaRequests::get, key -> values.add(session.metaValue()));
    return values;
  }

  @Override
  public void setEach(List<Entry> entries, Expiry expiry) {
    session.askEach(
        entries,
        (out, entry) -> {
          Keys.requireValid(entry.key());
          MetaRequests.write(
              out, MetaRequests.Write.SET, entry.key(), entry.value(), expiry.seconds());
        },
        entry -> session.require(MemcachedReply.HD, session.next()));
  }

  @Override
  public void close() {
    session.close();
  }
}
