// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.protocol.WireBuffer;
import cachemark.protocol.resp.RespReply;
import cachemark.protocol.resp.RespRequests;
import cachemark.store.FailureCause;
import cachemark.store.wire.Agreement;
import java.util.List;
import java.util.function.Consumer;

/**
 * Our keys on a Redis that holds others too: those of one prefix, found by going through all keys a
 * thousand at a time, and removed as they are found. Not thread-safe.
 */
final class RedisGuest {
  private static final String AT_ONCE = "1000";
  private static final String FIRST = "0";
  private static final int MAX_ROUNDS = 10;

  private final RedisSession session;
  private final String pattern;

  /**
   * The keys that begin with {@code prefix}, which has no character that a pattern gives a sense.
   */
  RedisGuest(RedisSession session, String prefix) {
    this.session = session;
    this.pattern = prefix + "*";
  }

  /** SCAN may show a key twice while the server's table shrinks. */
  long count() {
    return Agreement.of(() -> scan(keys -> {}));
  }

  /** Again until none is found, should a connection given up before still have had writes on. */
  void flush() {
    for (int round = 0; round < MAX_ROUNDS; round++) {
      if (scan(this::unlink) == 0) {
        return;
      }
    }
    throw session.fail(
        FailureCause.SERVER_ERROR, "somebody else goes on writing keys like " + pattern);
  }

  /** Goes through all keys, and hands ours on; returns how many they are. */
  private long scan(Consumer<List<byte[]>> found) {
    long count = 0;
    String cursor = FIRST;
    do {
      RespRequests.command(session.begin(), "SCAN", cursor, "MATCH", pattern, "COUNT", AT_ONCE);
      session.send();
      if (session.array() != 2) {
        throw session.strange("SCAN was not answered by a cursor and keys");
      }
      session.require(RespReply.BULK, session.next());
      cursor = new String(session.last().value(), US_ASCII);
      List<byte[]> keys = session.values();
      count += keys.size();
      found.accept(keys);
    } while (!cursor.equals(FIRST));
    return count;
  }

  private void unlink(List<byte[]> keys) {
    if (keys.isEmpty()) {
      return;
    }
    WireBuffer out = session.begin();
    RespRequests.head(out, "UNLINK", keys.size());
    keys.forEach(key -> RespRequests.argument(out, key));
    session.send();
    session.number();
  }
}
