// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import java.util.SplittableRandom;

/** How the requests of an open loop lie apart. */
public enum Spacing {
  /** Evenly. */
  CONSTANT,
  /** As those of many users who know nothing of each other: exponentially distributed gaps. */
  POISSON;

  /**
   * Endless places on a line that has one place for each request on average, for one of several
   * threads that share it evenly.
   *
   * @param thread from 0
   * @param threads that share the line
   * @param seed of the places where chance has a part in them
   */
  Places places(int thread, int threads, long seed) {
    return switch (this) {
      case CONSTANT -> new EvenPlaces(thread, threads);
      case POISSON -> new RandomPlaces(threads, new SplittableRandom(seed + thread));
    };
  }

  /** Ascending places. Not thread-safe. */
  interface Places {
    double next();
  }

  private static final class EvenPlaces implements Places {
    private final int threads;
    private long next;

    EvenPlaces(int thread, int threads) {
      this.threads = threads;
      this.next = thread;
    }

    @Override
    public double next() {
      long place = next;
      next += threads;
      return place;
    }
  }

  private static final class RandomPlaces implements Places {
    private final int threads;
    private final SplittableRandom random;
    private double last;

    RandomPlaces(int threads, SplittableRandom random) {
      this.threads = threads;
      this.random = random;
    }

    @Override
    public double next() {
      last -= threads * Math.log(1 - random.nextDouble());
      return last;
    }
  }
}
