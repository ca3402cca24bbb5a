// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.Endpoint;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;

/**
 * A server under test, empty at first and empty at last.
 *
 * <p>The last thread to leave ends everything. A {@code TearDown} would do as well, but JMH lets
 * every thread that comes upon one in progress sleep for a second.
 */
abstract class AnyServer {
  private final AtomicInteger threads = new AtomicInteger();
  private Endpoint endpoint;
  private StoreAdmin admin;

  abstract StoreType type();

  /** The length of every value that this server is tried with. */
  abstract int valueBytes();

  @Setup(Level.Trial)
  public final void connect() {
    ForkLifeline.attach();
    endpoint = RunProperties.endpoint(RunProperties.serverOf(type()));
    admin = StoreAdmins.open(type(), endpoint, Timeouts.DEFAULT);
    admin.flush();
  }

  final Endpoint endpoint() {
    return endpoint;
  }

  /** Counts a thread that uses the server until it leaves. */
  final void enter() {
    threads.incrementAndGet();
  }

  /** Counts a thread as gone; with the last one does {@code last} and ends the rest. */
  final void leave(Runnable last) {
    if (threads.decrementAndGet() == 0) {
      last.run();
      admin.flush();
      admin.close();
    }
  }

  /** The entries of one purpose. */
  final Entries entries(String label) {
    return new Entries(label, valueBytes());
  }

  /** Empties the server. */
  final void flush() {
    admin.flush();
  }

  /**
   * Puts {@code count} entries on the server, beside what it holds, and checks that they are there.
   */
  final void load(Entries entries, long count) {
    long expected = admin.count() + count;
    admin.load(entries.stream(0, count));
    long found = admin.count();
    if (found != expected) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s holds %d keys after loading; %d were expected",
              type(),
              found,
              expected));
    }
  }
}
