// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memcached;

import cachemark.protocol.memcached.MemcachedReply;
import cachemark.protocol.memcached.MemcachedRequests;
import cachemark.store.Access;
import cachemark.store.FailureCause;
import cachemark.store.Timeouts;
import java.util.ArrayList;
import java.util.List;

/**
 * Our keys on a memcached that holds others too: those of one prefix, found in a dump of all keys.
 * Not thread-safe.
 *
 * <p>They are removed after the dump and not while it goes on: a server up to 1.6.18 at least holds
 * a lock on some keys as it waits for the receiver of a dump. Of more keys than are remembered at a
 * time another dump finds the rest, so memory has a bound, however many keys there are.
 */
final class MemcachedGuest implements AutoCloseable {
  private static final int REMEMBERED = 1 << 17;
  private static final int MAX_ROUNDS_IN_VAIN = 10;

  private final MemcachedSession session;
  private final KeyDump keys;
  private final String prefix;

  /** The keys of {@code access}, which {@code session} removes. */
  MemcachedGuest(MemcachedSession session, Access access, Timeouts timeouts) {
    this.session = session;
    this.keys = new KeyDump(access, timeouts);
    this.prefix = access.keyPrefix();
  }

  long count() {
    long[] count = new long[1];
    keys.each(key -> count[0] += key.startsWith(prefix) ? 1 : 0);
    return count[0];
  }

  /** Again until none is found, should a connection given up before still have had writes on. */
  void flush() {
    long fewest = Long.MAX_VALUE;
    int inVain = 0;
    for (long found = remove(); found > 0; found = remove()) {
      inVain = found < fewest ? 0 : inVain + 1;
      fewest = Math.min(fewest, found);
      if (inVain == MAX_ROUNDS_IN_VAIN) {
        throw session.fail(
            FailureCause.SERVER_ERROR, "somebody else goes on writing keys like " + prefix + "*");
      }
    }
  }

  @Override
  public void close() {
    keys.close();
  }

  /**
   * Removes those that one dump shows, as far as they are remembered; returns how many it shows.
   */
  private long remove() {
    List<String> found = new ArrayList<>();
    long[] count = new long[1];
    keys.each(
        key -> {
          if (key.startsWith(prefix)) {
            count[0]++;
            if (found.size() < REMEMBERED) {
              found.add(key);
            }
          }
        });
    session.askEach(
        found,
        MemcachedRequests::delete,
        key -> session.is(MemcachedReply.DELETED, MemcachedReply.NOT_FOUND));
    return count[0];
  }
}
