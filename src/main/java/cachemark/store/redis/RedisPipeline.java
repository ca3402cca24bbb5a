// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import cachemark.protocol.WireBuffer;
import cachemark.protocol.resp.RespReply;
import cachemark.protocol.resp.RespRequests;
import cachemark.store.Access;
import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.Keys;
import cachemark.store.PipelinedStore;
import cachemark.store.Timeouts;
import cachemark.store.TransactionalStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many requests to Redis in one go, as a transaction or not, through a thin socket. */
public final class RedisPipeline implements PipelinedStore, TransactionalStore {
  private final RedisSession session;

  /** A store that {@code access} leads to, not yet connected. */
  public RedisPipeline(Access access, Timeouts timeouts) {
    this.session = new RedisSession(access, timeouts);
  }

  @Override
  public List<byte @Nullable []> getEach(List<String> keys) {
    Keys.requireValid(keys);
    List<byte @Nullable []> values = new ArrayList<>(keys.size());
    session.askEach(keys, RespRequests::get, key -> values.add(session.value()));
    return values;
  }

  @Override
  public void setEach(List<Entry> entries, Expiry expiry) {
    session.askEach(
        entries, (out, entry) -> RedisSession.appendSet(out, entry, expiry), entry -> session.ok());
  }

  @Override
  public void setTogether(List<Entry> entries) {
    WireBuffer out = session.begin();
    RespRequests.command(out, "MULTI");
    entries.forEach(entry -> RedisSession.appendSet(out, entry, Expiry.NEVER));
    RespRequests.command(out, "EXEC");
    session.send();
    session.ok();
    for (int i = 0; i < entries.size(); i++) {
      session.require(RespReply.SIMPLE, session.next()); // QUEUED
    }
    for (int left = session.array(); left > 0; left--) {
      session.ok();
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
