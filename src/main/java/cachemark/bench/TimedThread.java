// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.bench.fork.TrialProbe;
import cachemark.bench.measure.Operation;
import cachemark.bench.measure.Outcomes;
import cachemark.bench.measure.Ring;
import cachemark.bench.target.Target;
import cachemark.bench.target.TimedKeys;
import cachemark.store.KeyValueStore;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;

/** A thread that goes round and round through keys that are all on the server. */
@State(Scope.Thread)
public class TimedThread {
  private KeyValueStore store;
  private Ring ring;

  @Setup(Level.Trial)
  public void start(Target target, TimedKeys keys, BenchmarkParams params, ThreadParams thread) {
    store = target.enter();
    ring = new Ring(Operation.of(params).on(store, keys.ring()), keys.ring().length, thread);
  }

  @TearDown(Level.Trial)
  public void stop(Target target) {
    TrialProbe.end();
    target.leave(store);
  }

  /** Does the operation on the next key; returns that key's place. */
  int step(Outcomes outcomes) {
    return ring.step(outcomes);
  }
}
