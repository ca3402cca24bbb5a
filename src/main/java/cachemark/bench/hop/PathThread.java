// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.hop;

import cachemark.bench.fork.TrialProbe;
import cachemark.bench.measure.Multiget;
import cachemark.bench.measure.Operation;
import cachemark.bench.measure.Outcomes;
import cachemark.bench.measure.Ring;
import cachemark.bench.measure.Step;
import cachemark.store.Entry;
import cachemark.store.KeyValueStore;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * A thread that goes round and round through keys that are all there, over a connection that it
 * keeps for itself.
 */
@State(Scope.Thread)
public class PathThread {
  private final int keys;
  private KeyValueStore store;
  private Ring ring;

  /** One that does with each key what the benchmark is named after. */
  public PathThread() {
    this(1);
  }

  private PathThread(int keys) {
    this.keys = keys;
  }

  @Setup(Level.Trial)
  public void start(PathTarget target, BenchmarkParams params, ThreadParams thread) {
    store = target.open();
    Entry[] entries = target.entries();
    Step step =
        keys == 1 ? Operation.of(params).on(store, entries) : Multiget.on(store, entries, keys);
    ring = new Ring(step, entries.length / keys, thread);
  }

  @TearDown(Level.Trial)
  public void stop() {
    TrialProbe.end();
    store.close();
  }

  /** Does the next step; returns its number. */
  int step(Outcomes outcomes) {
    return ring.step(outcomes);
  }

  /** A thread that reads ten keys in one request. */
  @State(Scope.Thread)
  public static class TenKeys extends PathThread {
    public TenKeys() {
      super(10);
    }
  }

  /** A thread that reads a hundred keys in one request. */
  @State(Scope.Thread)
  public static class HundredKeys extends PathThread {
    public HundredKeys() {
      super(100);
    }
  }
}
