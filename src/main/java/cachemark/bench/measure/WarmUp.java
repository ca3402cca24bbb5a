// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.measure;

import cachemark.bench.fork.WarmUpPace;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * The time for which a thread does before its first batch what it will do in it, on other keys: a
 * short batch in a fresh JVM would measure the interpreter. It is what JMH is given as warm-up
 * time. The pace of each of its parts is recorded. Of one thread.
 */
public final class WarmUp {
  private static final int PARTS = 8;

  private final Outcomes ignored = new Outcomes();
  private final int operations;
  private final long startNanos;
  private final long lengthNanos;
  private int part;
  private long steps;
  private long busyNanos;

  /**
   * Starts now.
   *
   * @param operations in the thread's batch
   */
  public WarmUp(BenchmarkParams params, int operations) {
    this.operations = operations;
    this.lengthNanos = params.getWarmup().getTime().convertTo(TimeUnit.NANOSECONDS);
    this.startNanos = System.nanoTime();
  }

  public boolean goesOn() {
    return System.nanoTime() - startNanos < lengthNanos;
  }

  /** Does {@code step} again and again until the time is over. */
  public void run(Step step) {
    run(Integer.MAX_VALUE, step);
  }

  /** Does {@code step} so many times, or fewer if the time is over before. */
  public void run(int most, Step step) {
    long resumedNanos = System.nanoTime();
    long now = resumedNanos;
    for (int i = 0; i < most && now - startNanos < lengthNanos; i++) {
      step.run(i, ignored);
      steps++;
      now = System.nanoTime();
      if (now - startNanos >= endOfPart()) {
        busyNanos += now - resumedNanos;
        resumedNanos = now;
        endPart(now - startNanos);
      }
    }
    busyNanos += now - resumedNanos;
  }

  private long endOfPart() {
    return lengthNanos / PARTS * (part + 1);
  }

  private void endPart(long passedNanos) {
    WarmUpPace.record(part, busyNanos / 1e9 / steps * operations);
    steps = 0;
    busyNanos = 0;
    long passed = passedNanos / Math.max(1, lengthNanos / PARTS);
    part = (int) Math.max(part + 1, Math.min(PARTS, passed));
  }
}
