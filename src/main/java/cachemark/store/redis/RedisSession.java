// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import cachemark.protocol.resp.RespReplies;
import cachemark.protocol.resp.RespReply;
import cachemark.store.Endpoint;
import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import cachemark.store.wire.WireSession;

/** Commands and replies of RESP2 over one thin connection. Not thread-safe. */
final class RedisSession extends WireSession<RespReply> {
  private final RespReplies replies;

  RedisSession(Endpoint endpoint, Timeouts timeouts) {
    this(endpoint, timeouts, new RespReplies(MAX_VALUE_BYTES));
  }

  private RedisSession(Endpoint endpoint, Timeouts timeouts, RespReplies replies) {
    super(endpoint, timeouts, replies::next, RespReply.INCOMPLETE);
    this.replies = replies;
  }

  /** What the last reply carried. */
  RespReplies last() {
    return replies;
  }

  @Override
  protected StoreException unexpected(RespReply reply) {
    return reply == RespReply.ERROR
        ? fail(FailureCause.SERVER_ERROR, replies.text())
        : fail(FailureCause.PROTOCOL, "unexpected " + reply);
  }
}
