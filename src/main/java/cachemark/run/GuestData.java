// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.store.Access;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreException;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What is ours on servers of somebody else. It is removed before a run, should one that was killed
 * have left any, and when the run ends, by Ctrl-C too. Safe for use by several threads.
 */
final class GuestData implements AutoCloseable {
  private static final Timeouts PATIENCE =
      new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(5));

  private final LongPredicate spared;
  private final Consumer<String> news;
  private final Map<StoreType, Access> stores = new EnumMap<>(StoreType.class);
  private final Thread atExit = new Thread(this::leave, "remove-guest-data");
  private @Nullable DatabaseServer database;
  private boolean left;

  /**
   * Nothing yet.
   *
   * @param spared which of this process's children are no forks
   * @param news is told what could not be removed
   */
  GuestData(LongPredicate spared, Consumer<String> news) {
    this.spared = spared;
    this.news = news;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Where a store is somebody else's, keys of ours are there from now on and none before. */
  synchronized void on(StoreType type, Access access) {
    if (access.guest() != null) {
      flush(type, access);
      stores.put(type, access);
    }
  }

  /**
   * The same for a database and our schema.
   *
   * @throws StoreException if the schema holds what is not ours
   */
  synchronized void on(DatabaseServer server) {
    if (server.access().guest() != null) {
      server.drop();
      database = server;
    }
  }

  @Override
  public void close() {
    remove();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // the hook does the same
    }
  }

  /** As long as a fork lives it may write. */
  private void leave() {
    synchronized (this) {
      if (stores.isEmpty() && database == null) {
        return;
      }
    }
    Forks.end(spared);
    remove();
  }

  private synchronized void remove() {
    if (left) {
      return;
    }
    left = true;
    stores.forEach(
        (type, access) -> orTell(() -> flush(type, access), access, "keys", type.label()));
    DatabaseServer known = database;
    if (known != null) {
      orTell(known::drop, known.access(), "a schema", "the database");
    }
  }

  private static void flush(StoreType type, Access access) {
    try (StoreAdmin admin = StoreAdmins.open(type, access, PATIENCE)) {
      admin.flush();
    }
  }

  private void orTell(Runnable removal, Access access, String what, String server) {
    try {
      removal.run();
    } catch (StoreException e) {
      news.accept(
          String.format(
              Locale.ROOT,
              "%s may be left on %s at %s, under the name %s: %s",
              what,
              server,
              access.endpoint(),
              access.guest(),
              e.getMessage()));
    }
  }
}
