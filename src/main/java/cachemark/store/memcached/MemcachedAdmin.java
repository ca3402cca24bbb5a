// SPDX-License-Identifier: Apache-2.0
package cachemark.store.memcached;

import cachemark.protocol.memcached.MemcachedReply;
import cachemark.protocol.memcached.MemcachedRequests;
import cachemark.store.Access;
import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.ServerCounters;
import cachemark.store.StoreAdmin;
import cachemark.store.Timeouts;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Emptying, filling and reading the counters of a memcached; of one that is not ours only the keys
 * that are. Not thread-safe.
 *
 * <p>{@code flush_all} makes every item invisible at once but leaves it in memory, and in {@code
 * curr_items}, until it is looked up or swept away. So {@link #flush()} also sends the sweeper
 * ({@code lru_crawler crawl all}) and waits for it; the same sweep removes expired items, which
 * {@link #count()} counts until then. The server counts what is swept away as one number, so a
 * flush between two readings shows as expired values.
 */
public final class MemcachedAdmin implements StoreAdmin {
  private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final MemcachedSession session;
  private final @Nullable MemcachedGuest guest;

  /** An admin of the server that {@code access} leads to, not yet connected. */
  public MemcachedAdmin(Access access, Timeouts timeouts) {
    this.session = new MemcachedSession(access, timeouts);
    this.guest = access.guest() == null ? null : new MemcachedGuest(session, access, timeouts);
  }

  @Override
  public String version() {
    session.require(MemcachedReply.VERSION, ask("version"));
    return session.last().text();
  }

  @Override
  public void flush() {
    if (guest != null) {
      guest.flush();
      return;
    }
    long giveUpNanos = System.nanoTime() + SWEEP_NANOS;
    session.require(MemcachedReply.OK, ask("flush_all"));
    while (count() > 0) {
      if (System.nanoTime() - giveUpNanos > 0) {
        throw session.strange("items are still counted 30 s after flush_all");
      }
      // BUSY or an error is no reason to stop: the server also sweeps by itself, once a second.
      ask("lru_crawler crawl all");
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      // Again, for a connection given up before may still have had writes under way.
      session.require(MemcachedReply.OK, ask("flush_all"));
    }
  }

  @Override
  public long count() {
    if (guest != null) {
      return guest.count();
    }
    return number(statistics("stats"), "curr_items");
  }

  /** Items with their headers; what is left over in slabs is not counted. */
  @Override
  public OptionalLong heldBytes() {
    return guest == null
        ? OptionalLong.of(number(statistics("stats"), "bytes"))
        : OptionalLong.empty();
  }

  @Override
  public void load(Iterator<Entry> entries, Expiry expiry) {
    session.load(
        entries,
        (out, entry) -> MemcachedSession.appendSet(out, entry, expiry),
        MemcachedReply.STORED);
  }

  @Override
  public ServerCounters counters() {
    Map<String, String> stats = statistics("stats");
    long expired =
        number(stats, "get_expired")
            + number(stats, "reclaimed")
            + number(stats, "crawler_reclaimed");
    return ServerCounters.of(
        Map.of(
            "gets", number(stats, "cmd_get"),
            "hits", number(stats, "get_hits"),
            "sets", number(stats, "cmd_set"),
            "connections", number(stats, "total_connections"),
            "evictions", number(stats, "evictions"),
            "expired", expired,
            "bytesRead", number(stats, "bytes_read"),
            "bytesWritten", number(stats, "bytes_written")));
  }

  @Override
  public Map<String, String> settings() {
    return statistics("stats settings");
  }

  @Override
  public void close() {
    if (guest != null) {
      guest.close();
    }
    session.close();
  }

  private MemcachedReply ask(String line) {
    MemcachedRequests.line(session.begin(), line);
    session.send();
    return session.next();
  }

  private Map<String, String> statistics(String line) {
    Map<String, String> statistics = new TreeMap<>();
    MemcachedReply reply = ask(line);
    while (reply == MemcachedReply.STAT) {
      statistics.put(session.last().name(), session.last().text());
      reply = session.next();
    }
    session.require(MemcachedReply.END, reply);
    return statistics;
  }

  private long number(Map<String, String> statistics, String name) {
    String text = statistics.getOrDefault(name, "none");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw session.strange("statistic " + name + " is " + text);
    }
  }
}
