// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.target;

import cachemark.store.Expiry;
import cachemark.store.StoreAdmin;
import java.util.Locale;

/** What a server holds, as far as a benchmark sees to it. Not thread-safe. */
public final class Contents implements AutoCloseable {
  private final String server;
  private final StoreAdmin admin;

  /** The contents of the server that {@code admin} reaches, called {@code server} in messages. */
  public Contents(String server, StoreAdmin admin) {
    this.server = server;
    this.admin = admin;
  }

  public void clear() {
    admin.flush();
  }

  /** Puts {@code count} entries there, beside what it holds, and checks that they are there. */
  public void add(Entries entries, long count, Expiry expiry) {
    long expected = admin.count() + count;
    admin.load(entries.stream(0, count), expiry);
    long found = admin.count();
    if (found != expected) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s holds %d keys after loading; %d were expected",
              server,
              found,
              expected));
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
