// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memcached;

import cachemark.protocol.memcached.MemcachedDump;
import cachemark.protocol.memcached.MemcachedReplies;
import cachemark.protocol.memcached.MemcachedReply;
import cachemark.protocol.memcached.MemcachedRequests;
import cachemark.store.Access;
import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * All keys of a memcached, one after the other, over a connection of their own: the server sends
 * them as it finds them, and waits, with locks held, where the receiver takes its time. So whoever
 * receives them must ask the server for nothing meanwhile. Not thread-safe.
 *
 * <p>The server goes through its hash table, so that every key shows once, whoever else uses it
 * meanwhile; servers before 1.6.9 can only go through their lists of use, where a key may move from
 * a part to come to one that is done. A server dumps for one client at a time.
 */
final class KeyDump implements AutoCloseable {
  private static final String BY_TABLE = "hash";
  private static final String BY_USE = "all";
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long ASK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** Receiving so many keys is progress, which gives the rest the time of a new operation. */
  private static final int PROGRESS = 1_000;

  private final MemcachedSession session;
  private final MemcachedDump dump;
  private String way = BY_TABLE;

  /** A dump of the server that {@code access} leads to, not yet connected. */
  KeyDump(Access access, Timeouts timeouts) {
    MemcachedReplies replies = new MemcachedReplies(0);
    this.dump = new MemcachedDump(replies);
    this.session = new MemcachedSession(access, timeouts, replies, dump::next);
  }

  /** Hands on every key that there is. */
  void each(Consumer<String> found) {
    long giveUpNanos = System.nanoTime() + PATIENCE_NANOS;
    MemcachedReply reply = ask();
    while (reply != MemcachedReply.KEY && reply != MemcachedReply.END) {
      if (reply == MemcachedReply.CLIENT_ERROR && way.equals(BY_TABLE)) {
        way = BY_USE;
      } else if (!isBusy(reply) || System.nanoTime() - giveUpNanos > 0) {
        throw refused(reply);
      } else {
        LockSupport.parkNanos(ASK_AGAIN_NANOS);
      }
      reply = ask();
    }
    receive(reply, found);
  }

  @Override
  public void close() {
    session.close();
  }

  private MemcachedReply ask() {
    MemcachedRequests.line(session.begin(), "lru_crawler metadump " + way);
    session.send();
    MemcachedReply reply = session.next();
    return reply == MemcachedReply.OK ? session.next() : reply; // today's servers agree first
  }

  private void receive(MemcachedReply first, Consumer<String> found) {
    boolean done = false;
    try {
      MemcachedReply reply = first;
      for (int keys = 1; reply == MemcachedReply.KEY; keys++) {
        found.accept(dump.key());
        if (keys % PROGRESS == 0) {
          session.goOn();
        }
        reply = session.next();
      }
      session.require(MemcachedReply.END, reply);
      done = true;
    } finally {
      if (!done) {
        session.close();
      }
    }
  }

  /** Another dump or sweep is under way, or the hash table grows just now. */
  private boolean isBusy(MemcachedReply reply) {
    return reply == MemcachedReply.BUSY
        || (reply == MemcachedReply.ERROR && session.last().text().startsWith("locked"));
  }

  private StoreException refused(MemcachedReply reply) {
    String told = (reply + " " + session.last().text()).strip();
    return session.fail(
        FailureCause.SERVER_ERROR,
        "the server does not tell which keys it holds ("
            + told
            + "), so ours cannot be told from others': its owner must allow lru_crawler metadump");
  }
}
