// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.claim;

import cachemark.bench.fork.TrialProbe;
import cachemark.bench.measure.Operation;
import cachemark.bench.measure.Outcomes;
import cachemark.bench.target.Server;
import cachemark.bench.target.TimedKeys;
import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.PipelinedStore;
import cachemark.store.StoreException;
import cachemark.store.Timeouts;
import cachemark.store.registry.WireStores;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * A thread that goes round and round through keys that are all on the server, a number of requests
 * at a time.
 *
 * <p>A step is one operation: it adds a request, and the one that completes a go sends them all and
 * reads their answers. So JMH counts operations, however many there are in a go.
 */
@State(Scope.Thread)
public class PipelinedThread {
  @Param({"1", "32"})
  int pipeline;

  private PipelinedStore store;
  private Entry[] ring;
  private Entry[] go;
  private int next;
  private int filled;

  @Setup(Level.Trial)
  public void start(Server server, Wire wire, TimedKeys keys, ThreadParams thread) {
    server.enter();
    store = WireStores.pipelined(server.type(), wire.client, server.access(), Timeouts.DEFAULT);
    ring = keys.ring();
    go = new Entry[pipeline];
    next = (int) ((long) ring.length * thread.getThreadIndex() / thread.getThreadCount());
  }

  @TearDown(Level.Trial)
  public void stop(Server server) {
    TrialProbe.end();
    store.close();
    server.leave(() -> {});
  }

  /** Adds the operation on the next key; returns that key's place. */
  int step(Operation operation, Outcomes outcomes) {
    int index = next;
    next = index + 1 == ring.length ? 0 : index + 1;
    go[filled++] = ring[index];
    if (filled == go.length) {
      filled = 0;
      send(operation, outcomes);
    }
    return index;
  }

  private void send(Operation operation, Outcomes outcomes) {
    try {
      if (operation == Operation.GET) {
        get(outcomes);
      } else {
        set(outcomes);
      }
    } catch (StoreException e) {
      for (int i = 0; i < go.length; i++) {
        outcomes.failed(e.failure());
      }
    }
  }

  private void get(Outcomes outcomes) {
    List<byte[]> values = store.getEach(Arrays.stream(go).map(Entry::key).toList());
    for (int i = 0; i < go.length; i++) {
      outcomes.read(values.get(i), go[i].value());
    }
  }

  private void set(Outcomes outcomes) {
    store.setEach(List.of(go), Expiry.NEVER);
    outcomes.stored += go.length;
  }
}
