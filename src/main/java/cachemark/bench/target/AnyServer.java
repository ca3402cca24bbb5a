// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.target;

import cachemark.bench.fork.ForkLifeline;
import cachemark.bench.fork.RunProperties;
import cachemark.store.Access;
import cachemark.store.Expiry;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;

/**
 * A server under test, empty at first and empty at last, as far as it is ours.
 *
 * <p>The last thread to leave ends everything. A {@code TearDown} would do as well, but JMH lets
 * every thread that comes upon one in progress sleep for a second.
 */
public abstract class AnyServer {
  private final AtomicInteger threads = new AtomicInteger();
  private Access access;
  private Contents contents;

  public abstract StoreType type();

  /** The length of every value that this server is tried with. */
  public abstract int valueBytes();

  @Setup(Level.Trial)
  public final void connect() {
    ForkLifeline.attach();
    access = RunProperties.access(RunProperties.serverOf(type()));
    contents = new Contents(type().label(), StoreAdmins.open(type(), access, Timeouts.DEFAULT));
    contents.clear();
  }

  /** How it is reached. */
  public final Access access() {
    return access;
  }

  /** Counts a thread that uses the server until it leaves. */
  public final void enter() {
    threads.incrementAndGet();
  }

  /** Counts a thread as gone; with the last one does {@code last} and ends the rest. */
  public final void leave(Runnable last) {
    if (threads.decrementAndGet() == 0) {
      last.run();
      contents.clear();
      contents.close();
    }
  }

  /** The entries of one purpose. */
  public final Entries entries(String label) {
    return Entries.ofBytes(access, label, valueBytes());
  }

  /** Empties the server. */
  public final void flush() {
    contents.clear();
  }

  /**
   * Puts {@code count} entries on the server, beside what it holds, and checks that they are there.
   */
  public final void load(Entries entries, long count) {
    contents.add(entries, count, Expiry.NEVER);
  }
}
