// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memcached;

import cachemark.protocol.WireBuffer;
import cachemark.protocol.memcached.MemcachedReplies;
import cachemark.protocol.memcached.MemcachedReply;
import cachemark.protocol.memcached.MemcachedRequests;
import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.FailureCause;
import cachemark.store.Keys;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import cachemark.store.wire.WireSession;
import org.jspecify.annotations.Nullable;

/** Requests and replies, of text or meta commands, over one thin connection. Not thread-safe. */
final class MemcachedSession extends WireSession<MemcachedReply> {
  private final MemcachedReplies replies;
  private final String loginKey;

  MemcachedSession(Access access, Timeouts timeouts) {
    this(access, timeouts, new MemcachedReplies(MAX_VALUE_BYTES));
  }

  private MemcachedSession(Access access, Timeouts timeouts, MemcachedReplies replies) {
    this(access, timeouts, replies, replies::next);
  }

  /** A session whose replies are read by {@code reader}, with the help of {@code replies}. */
  MemcachedSession(
      Access access, Timeouts timeouts, MemcachedReplies replies, Reader<MemcachedReply> reader) {
    super(access, timeouts, reader, MemcachedReply.INCOMPLETE);
    this.replies = replies;
    this.loginKey = access.key("login");
  }

  /** What the last reply carried. */
  MemcachedReplies last() {
    return replies;
  }

  /** Appends the request that writes an entry, whatever was there. */
  static void appendSet(WireBuffer out, Entry entry, Expiry expiry) {
    Keys.requireValid(entry.key());
    MemcachedRequests.write(
        out, MemcachedRequests.Write.SET, entry.key(), entry.value(), expiry.seconds());
  }

  /** Waits for the value of the one key that was asked for, null where there is none. */
  byte @Nullable [] value(String key) {
    MemcachedReply reply = next();
    if (reply == MemcachedReply.END) {
      return null;
    }
    require(MemcachedReply.VALUE, reply);
    if (!replies.isOf(key)) {
      throw strange("the value is of another key");
    }
    byte[] value = replies.value();
    require(MemcachedReply.END, next());
    return value;
  }

  /** Waits for the value that a meta command asked for, null where there is none. */
  byte @Nullable [] metaValue() {
    return is(MemcachedReply.VA, MemcachedReply.EN) ? replies.value() : null;
  }

  /** Waits for {@code yes} or {@code no}; returns whether it was yes. */
  boolean is(MemcachedReply yes, MemcachedReply no) {
    MemcachedReply reply = next();
    if (reply != yes && reply != no) {
      throw unexpected(reply);
    }
    return reply == yes;
  }

  @Override
  protected void appendLogin(WireBuffer request, Credentials account) {
    MemcachedRequests.login(request, loginKey, account.user(), account.password());
  }

  @Override
  protected @Nullable String refusal(MemcachedReply reply) {
    return switch (reply) {
      case STORED -> null;
      case ERROR, CLIENT_ERROR, SERVER_ERROR -> (reply + " " + replies.text()).strip();
      default -> throw unexpected(reply);
    };
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
