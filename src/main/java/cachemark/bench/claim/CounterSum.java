// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.claim;

import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How many steps of the counter were acknowledged to all threads of a batch. */
@State(Scope.Benchmark)
public class CounterSum {
  private final AtomicLong acknowledged = new AtomicLong();

  void reset() {
    acknowledged.set(0);
  }

  void acknowledge(long steps) {
    acknowledged.addAndGet(steps);
  }

  /** The acknowledged steps that the counter lacks; one may also have come without its answer. */
  long missingIn(long counter) {
    return Math.max(0, acknowledged.get() - counter);
  }
}
