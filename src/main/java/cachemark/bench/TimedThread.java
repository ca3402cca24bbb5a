// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.Entry;
import cachemark.store.KeyValueStore;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/** A thread that goes round and round through keys that are all on the server. */
@State(Scope.Thread)
public class TimedThread {
  private KeyValueStore store;
  private Entry[] ring;
  private int next;

  @Setup(Level.Trial)
  public void start(Target target, TimedKeys keys, ThreadParams thread) {
    begin(target.enter(), keys.ring(), thread);
  }

  @TearDown(Level.Trial)
  public void stop(Target target) {
    target.leave(store);
  }

  /** Starts at a place in the ring that is this thread's own. */
  final void begin(KeyValueStore opened, Entry[] entries, ThreadParams thread) {
    store = opened;
    ring = entries;
    next = (int) ((long) entries.length * thread.getThreadIndex() / thread.getThreadCount());
  }

  /** Does the operation on the next key; returns that key's place. */
  int step(Operation operation, Outcomes outcomes) {
    int index = next;
    next = index + 1 == ring.length ? 0 : index + 1;
    operation.on(store, ring[index], outcomes);
    return index;
  }
}
