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
 * Our keys on a memcached that holds others too: those of one prefix, found in a dump of all keys,
 * and removed a few hundred at a time while the dump goes on. Not thread-safe.
 */
final class MemcachedGuest implements AutoCloseable {
  private static final int AT_ONCE = 512;
  private static final int MAX_ROUNDS = 10;

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
    for (int round = 0; round < MAX_ROUNDS; round++) {
      if (remove() == 0) {
        return;
      }
    }
    throw session.fail(
        FailureCause.SERVER_ERROR, "somebody else goes on writing keys like " + prefix + "*");
  }

  @Override
  public void close() {
    keys.close();
  }

  /** Returns how many were found. */
  private long remove() {
    List<String> found = new ArrayList<>(AT_ONCE);
    long[] count = new long[1];
    keys.each(
        key -> {
          if (key.startsWith(prefix)) {
            found.add(key);
            count[0]++;
            if (found.size() == AT_ONCE) {
              delete(found);
            }
          }
        });
    delete(found);
    return count[0];
  }

  private void delete(List<String> found) {
    session.askEach(
        found,
        MemcachedRequests::delete,
        key -> session.is(MemcachedReply.DELETED, MemcachedReply.NOT_FOUND));
    found.clear();
  }
}
