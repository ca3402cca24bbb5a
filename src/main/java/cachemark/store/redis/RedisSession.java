// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import cachemark.protocol.WireBuffer;
import cachemark.protocol.resp.RespReplies;
import cachemark.protocol.resp.RespReply;
import cachemark.protocol.resp.RespRequests;
import cachemark.store.Access;
import cachemark.store.Credentials;
import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.FailureCause;
import cachemark.store.Keys;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import cachemark.store.wire.WireSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands and replies of RESP2 over one thin connection. Not thread-safe. */
final class RedisSession extends WireSession<RespReply> {
  /** The user that a server without any other has. */
  static final String DEFAULT_USER = "default";

  private final RespReplies replies;

  RedisSession(Access access, Timeouts timeouts) {
    this(access, timeouts, new RespReplies(MAX_VALUE_BYTES));
  }

  private RedisSession(Access access, Timeouts timeouts, RespReplies replies) {
    super(access, timeouts, replies::next, RespReply.INCOMPLETE);
    this.replies = replies;
  }

  /** Appends the request that writes an entry, whatever was there. */
  static void appendSet(WireBuffer out, Entry entry, Expiry expiry) {
    Keys.requireValid(entry.key());
    RespRequests.write(out, RespRequests.Write.SET, entry.key(), entry.value(), expiry.seconds());
  }

  /** A number as an argument. */
  static byte[] digits(long number) {
    return Long.toString(number).getBytes(US_ASCII);
  }

  /** What the last reply carried. */
  RespReplies last() {
    return replies;
  }

  /** Sends a command of words and waits for the head of its reply. */
  RespReply ask(String... words) {
    RespRequests.command(begin(), words);
    send();
    return next();
  }

  /** Waits for a value that is text. */
  String text() {
    require(RespReply.BULK, next());
    return new String(replies.value(), UTF_8);
  }

  /** Sends a command of a key and further arguments. */
  void send(String name, String key, byte[]... arguments) {
    Keys.requireValid(key);
    WireBuffer out = begin();
    RespRequests.head(out, name, 1 + arguments.length);
    RespRequests.argument(out, key);
    for (byte[] argument : arguments) {
      RespRequests.argument(out, argument);
    }
    send();
  }

  /** Sends a script that is about one key, with further arguments. */
  void sendScript(String script, String key, byte[]... arguments) {
    Keys.requireValid(key);
    WireBuffer out = begin();
    RespRequests.head(out, "EVAL", 3 + arguments.length);
    RespRequests.argument(out, script);
    RespRequests.argument(out, "1"); // key
    RespRequests.argument(out, key);
    for (byte[] argument : arguments) {
      RespRequests.argument(out, argument);
    }
    send();
  }

  /** Sends a command of keys alone. */
  void sendKeys(String name, Collection<String> keys) {
    Keys.requireValid(keys);
    WireBuffer out = begin();
    RespRequests.head(out, name, keys.size());
    keys.forEach(key -> RespRequests.argument(out, key));
    send();
  }

  /** Waits for a number. */
  long number() {
    require(RespReply.INTEGER, next());
    return replies.number();
  }

  /** Waits for a value that may be missing. */
  byte @Nullable [] value() {
    RespReply reply = next();
    return switch (reply) {
      case BULK -> replies.value();
      case NULL -> null;
      default -> throw unexpected(reply);
    };
  }

  /** Waits for the head of an array; returns how many values follow. */
  int array() {
    require(RespReply.ARRAY, next());
    return (int) replies.number();
  }

  /** Waits for an array of values, none of them missing. */
  List<byte[]> values() {
    int count = array();
    List<byte[]> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      require(RespReply.BULK, next());
      values.add(replies.value());
    }
    return values;
  }

  /** Waits for OK, or for the word that the condition of a write did not hold. */
  boolean done() {
    RespReply reply = next();
    return switch (reply) {
      case SIMPLE -> isOk();
      case NULL -> false;
      default -> throw unexpected(reply);
    };
  }

  /** Waits for OK. */
  void ok() {
    if (!done()) {
      throw unexpected(RespReply.NULL);
    }
  }

  private boolean isOk() {
    if (!replies.text().equals("OK")) {
      throw strange("a write was answered by " + replies.text());
    }
    return true;
  }

  /** The default user is let in by the password alone, as in the days before there were users. */
  @Override
  protected void appendLogin(WireBuffer request, Credentials account) {
    if (account.user().equals(DEFAULT_USER)) {
      RespRequests.command(request, "AUTH", account.password());
    } else {
      RespRequests.command(request, "AUTH", account.user(), account.password());
    }
  }

  @Override
  protected @Nullable String refusal(RespReply reply) {
    return switch (reply) {
      case SIMPLE -> null;
      case ERROR -> replies.text();
      default -> throw unexpected(reply);
    };
  }

  @Override
  protected StoreException unexpected(RespReply reply) {
    return reply == RespReply.ERROR
        ? fail(FailureCause.SERVER_ERROR, replies.text())
        : fail(FailureCause.PROTOCOL, "unexpected " + reply);
  }
}
