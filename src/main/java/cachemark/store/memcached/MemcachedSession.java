// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memcached;

import cachemark.protocol.memcached.MemcachedReplies;
import cachemark.protocol.memcached.MemcachedReply;
import cachemark.store.Endpoint;
import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import cachemark.store.wire.WireSession;

/** Requests and replies of the text protocol over one thin connection. Not thread-safe. */
final class MemcachedSession extends WireSession<MemcachedReply> {
  private final MemcachedReplies replies;

  MemcachedSession(Endpoint endpoint, Timeouts timeouts) {
    this(endpoint, timeouts, new MemcachedReplies(MAX_VALUE_BYTES));
  }

  private MemcachedSession(Endpoint endpoint, Timeouts timeouts, MemcachedReplies replies) {
    super(endpoint, timeouts, replies::next, MemcachedReply.INCOMPLETE);
    this.replies = replies;
  }

  /** What the last reply carried. */
  MemcachedReplies last() {
    return replies;
  }

  @Override
  protected StoreException unexpected(MemcachedReply reply) {
    return switch (reply) {
      case ERROR, CLIENT_ERROR, SERVER_ERROR, BUSY ->
          fail(FailureCause.SERVER_ERROR, (reply + " " + replies.text()).strip());
      default -> fail(FailureCause.PROTOCOL, "unexpected " + reply);
    };
  }
}
