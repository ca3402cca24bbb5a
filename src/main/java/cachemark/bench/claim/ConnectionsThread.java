// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.claim;

import cachemark.bench.fork.BatchTimes;
import cachemark.bench.measure.Operation;
import cachemark.bench.measure.Outcomes;
import cachemark.bench.measure.StartLine;
import cachemark.bench.target.Server;
import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreFactory;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/** A thread that opens its share of many connections and gets an answer on each of them. */
@State(Scope.Thread)
public class ConnectionsThread {
  @Param({"200", "1000", "10000"})
  int openConnections;

  private StoreFactory factory;
  private Entry[] entries = {};
  private int share;
  private int batches;

  @Setup(Level.Trial)
  public void start(Server server, ThreadParams thread) {
    FileLimit.requireFor(openConnections);
    server.enter();
    entries = server.entries("connections").array(0, 1);
    int index = thread.getThreadIndex();
    int count = thread.getThreadCount();
    share = openConnections * (index + 1) / count - openConnections * index / count;
  }

  @Setup(Level.Iteration)
  public void await(Server server, Wire wire, StartLine line) {
    line.prepareOnce(
        ++batches,
        () -> {
          server.flush();
          server.load(server.entries("connections"), 1);
        });
    factory =
        StoreFactory.of(
            server.type(), wire.client, wire.connections, server.access(), Timeouts.DEFAULT);
    line.await();
  }

  @TearDown(Level.Iteration)
  public void disconnect(StartLine line) {
    line.leave();
    factory.close();
  }

  @TearDown(Level.Trial)
  public void stop(Server server) {
    server.leave(() -> {});
  }

  /**
   * Opens the connections, and once those of all threads are open gets on each. A connection that
   * fails is counted once, where it fails.
   */
  int run(StartLine line, Outcomes outcomes) {
    long startNanos = System.nanoTime();
    List<KeyValueStore> open = open(outcomes);
    line.awaitEnd();
    for (KeyValueStore store : open) {
      Operation.GET.on(store, entries).run(0, outcomes);
    }
    BatchTimes.record(startNanos, System.nanoTime());
    line.awaitEnd();
    return open.size();
  }

  /** Those that were connected and answered; the others are counted as failed. */
  private List<KeyValueStore> open(Outcomes outcomes) {
    List<KeyValueStore> open = new ArrayList<>(share);
    for (int i = 0; i < share; i++) {
      KeyValueStore store = factory.open();
      try {
        store.touch(entries[0].key(), Expiry.NEVER);
        open.add(store);
      } catch (StoreException e) {
        outcomes.failed(e.failure());
      }
    }
    return open;
  }
}
