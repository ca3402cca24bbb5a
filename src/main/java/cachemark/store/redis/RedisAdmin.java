// SPDX-License-Identifier: Apache-2.0
package cachemark.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import cachemark.protocol.resp.RespReply;
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
import org.jspecify.annotations.Nullable;

/**
 * Emptying, filling and reading the counters of a Redis; of one that is not ours only the keys that
 * are. Not thread-safe.
 */
public final class RedisAdmin implements StoreAdmin {

  private final RedisSession session;
  private final @Nullable RedisGuest guest;

  /** An admin of the server that {@code access} leads to, not yet connected. */
  public RedisAdmin(Access access, Timeouts timeouts) {
    this.session = new RedisSession(access, timeouts);
    this.guest = access.guest() == null ? null : new RedisGuest(session, access.keyPrefix());
  }

  @Override
  public String version() {
    return info("server").getOrDefault("redis_version", "unknown");
  }

  @Override
  public void flush() {
    if (guest != null) {
      guest.flush();
      return;
    }
    do {
      session.require(RespReply.SIMPLE, session.ask("FLUSHALL"));
      // Once more, should a connection given up before still have had writes under way.
    } while (count() > 0);
  }

  @Override
  public long count() {
    if (guest != null) {
      return guest.count();
    }
    session.require(RespReply.INTEGER, session.ask("DBSIZE"));
    return session.last().number();
  }

  /** All memory but what it took when it had started, and what is its clients'. */
  @Override
  public OptionalLong heldBytes() {
    if (guest != null) {
      return OptionalLong.empty();
    }
    Map<String, String> memory = info("memory");
    long held = number(memory, "used_memory") - number(memory, "used_memory_startup");
    long clients = parse("mem_clients_normal", memory.getOrDefault("mem_clients_normal", "0"));
    return OptionalLong.of(Math.max(0, held - clients));
  }

  @Override
  public void load(Iterator<Entry> entries, Expiry expiry) {
    session.load(
        entries, (out, entry) -> RedisSession.appendSet(out, entry, expiry), RespReply.SIMPLE);
  }

  @Override
  public ServerCounters counters() {
    Map<String, String> stats = info("stats");
    long hits = number(stats, "keyspace_hits");
    return ServerCounters.of(
        Map.of(
            "gets", hits + number(stats, "keyspace_misses"),
            "hits", hits,
            "sets", calls(info("commandstats"), "cmdstat_set"),
            "connections", number(stats, "total_connections_received"),
            "evictions", number(stats, "evicted_keys"),
            "expired", number(stats, "expired_keys"),
            "bytesRead", number(stats, "total_net_input_bytes"),
            "bytesWritten", number(stats, "total_net_output_bytes")));
  }

  @Override
  public Map<String, String> settings() {
    session.require(RespReply.ARRAY, session.ask("CONFIG", "GET", "*"));
    Map<String, String> settings = new TreeMap<>();
    for (long left = session.last().number(); left >= 2; left -= 2) {
      String name = session.text();
      String value = session.text();
      if (!isSecret(name)) {
        settings.put(name, value);
      }
    }
    return settings;
  }

  @Override
  public void close() {
    session.close();
  }

  /** The lines {@code name:value} of a section of INFO. */
  private Map<String, String> info(String section) {
    session.require(RespReply.BULK, session.ask("INFO", section));
    Map<String, String> info = new TreeMap<>();
    new String(session.last().value(), UTF_8)
        .lines()
        .filter(line -> line.indexOf(':') > 0)
        .forEach(line -> info.put(name(line), line.substring(line.indexOf(':') + 1)));
    return info;
  }

  private static String name(String line) {
    return line.substring(0, line.indexOf(':'));
  }

  /** The calls of a command: its line is {@code calls=N,usec=…}, and absent before the first. */
  private long calls(Map<String, String> commands, String command) {
    String line = commands.getOrDefault(command, "calls=0,");
    return parse(command, line.substring(line.indexOf('=') + 1, Math.max(line.indexOf(','), 6)));
  }

  private long number(Map<String, String> statistics, String name) {
    return parse(name, statistics.getOrDefault(name, "none"));
  }

  private long parse(String name, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw session.strange("statistic " + name + " is " + text);
    }
  }

  private static boolean isSecret(String setting) {
    return setting.contains("pass") || setting.equals("masterauth") || setting.equals("masteruser");
  }
}
