// SPDX-License-Identifier: Apache-2.0
package cachemark.floor;

import java.io.IOException;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;

/** The process that times the same piece of pure CPU work over and over. */
final class Spin {
  /** Short against a time slice of the kernel, long against reading the clock. */
  private static final long PIECE_NANOS = 50_000;

  private static final long SEED = 0x9E3779B97F4A7C15L;

  private Spin() {}

  /**
   * Warms up, measures, writes its answer.
   *
   * @param args file of the answer, nanoseconds of warm-up, of measurement
   */
  public static void main(String[] args) throws IOException {
    Path answer = Path.of(args[0]);
    Lifeline.attach(Scratch.of(answer));
    int rounds = roundsPerPiece(Long.parseLong(args[1]));
    measure(rounds, Long.parseLong(args[2])).write(answer);
  }

  /** Warms up, and finds how many rounds make a piece. */
  static int roundsPerPiece(long warmupNanos) {
    int rounds = 1_000;
    long start = System.nanoTime();
    long best = Long.MAX_VALUE;
    long state = SEED;
    while (System.nanoTime() - start < warmupNanos) {
      long before = System.nanoTime();
      state = work(state, rounds);
      best = Math.min(best, Math.max(1, System.nanoTime() - before));
    }
    requireWork(state);
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, rounds * PIECE_NANOS / best));
  }

  static Answer measure(int rounds, long nanos) {
    Histogram times = Answer.histogram();
    long start = System.nanoTime();
    long now = start;
    long state = SEED;
    while (now - start < nanos) {
      state = work(state, rounds);
      long after = System.nanoTime();
      times.recordValue(Math.min(after - now, times.getHighestTrackableValue()));
      now = after;
    }
    requireWork(state);
    return Answer.of(times, now - start);
  }

  /** A chain in which each step needs the one before: neither memory nor luck speeds it up. */
  private static long work(long from, int rounds) {
    long x = from;
    for (int i = 0; i < rounds; i++) {
      x ^= x << 13;
      x ^= x >>> 7;
      x ^= x << 17;
    }
    return x;
  }

  /** Else the compiler could leave out what nobody looks at; the chain never comes to 0. */
  private static void requireWork(long state) {
    if (state == 0) {
      throw new IllegalStateException("no work was done");
    }
  }
}
