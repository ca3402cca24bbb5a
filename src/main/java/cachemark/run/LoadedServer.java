// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.bench.fork.TaskCounts;
import cachemark.store.StoreAdmin;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A server under load, as those see it who ask what that costs it.
 *
 * @param name of its kind, for messages
 * @param side what begins the name of the CPU time that it spends
 * @param prefix what begins the names of what it counts
 * @param pid its process, if that can be seen
 * @param opener of an admin
 */
record LoadedServer(
    String name, String side, String prefix, OptionalLong pid, Supplier<StoreAdmin> opener) {
  private static final String DATABASE = "database";

  /** A cache. */
  static LoadedServer cache(String name, OptionalLong pid, Supplier<StoreAdmin> opener) {
    return new LoadedServer(name, "server", "", pid, opener);
  }

  /** A database. */
  static LoadedServer database(OptionalLong pid, Supplier<StoreAdmin> opener) {
    return new LoadedServer("the " + DATABASE, DATABASE, DATABASE, pid, opener);
  }

  /** Whether what is called so is of a database. */
  static boolean isOfDatabase(String name) {
    return name.startsWith(DATABASE);
  }

  /** All that it has counted since it started. */
  Map<String, Long> counters() {
    Map<String, Long> named = new TreeMap<>();
    try (StoreAdmin admin = opener.get()) {
      admin.counters().counts().forEach((name, count) -> named.put(label(name), count));
    }
    return named;
  }

  /** What a cache holds by now that is ours alone; nothing of another server. */
  Optional<Held> held() {
    if (!prefix.isEmpty()) {
      return Optional.empty();
    }
    try (StoreAdmin admin = opener.get()) {
      OptionalLong bytes = admin.heldBytes();
      return bytes.isEmpty()
          ? Optional.empty()
          : Optional.of(new Held(admin.count(), bytes.getAsLong()));
    }
  }

  /** Keys and the bytes that they take with their values, as the server counts them. */
  record Held(long items, long bytes) {}

  /** What its threads have spent; nothing of one that is out of sight. */
  Optional<TaskCounts> tasks() {
    return pid.isEmpty() ? Optional.empty() : TaskCounts.of(pid.getAsLong());
  }

  private String label(String name) {
    return prefix.isEmpty()
        ? name
        : prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
