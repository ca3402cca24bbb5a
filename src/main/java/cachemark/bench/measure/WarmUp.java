// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.measure;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * The time for which a thread does before its first batch what it will do in it, on other keys: a
 * short batch in a fresh JVM would measure the interpreter. It is what JMH is given as warm-up
 * time.
 */
public final class WarmUp {
  private final long deadlineNanos;

  /** Starts now. */
  public WarmUp(BenchmarkParams params) {
    deadlineNanos =
        System.nanoTime() + params.getWarmup().getTime().convertTo(TimeUnit.NANOSECONDS);
  }

  public boolean goesOn() {
    return System.nanoTime() < deadlineNanos;
  }
}
