// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import java.util.SplittableRandom;

/**
 * An endless seeded stream of requests: any key, all equally often, and gets and sets in a given
 * proportion. A request is one number, so that none is an object. Not thread-safe.
 */
final class Mix {
  private static final long HALF = 0xFFFF_FFFFL;

  private final SplittableRandom random;
  private final int keys;
  private final long gets;

  /**
   * A stream.
   *
   * @param keys that are asked about, 1 to 2^30
   * @param getShare how many of the requests are gets, from 0 to 1
   */
  Mix(long seed, int keys, double getShare) {
    this.random = new SplittableRandom(seed);
    this.keys = keys;
    this.gets = Math.round(getShare * (HALF + 1));
  }

  /** The next request. */
  int next() {
    long bits = random.nextLong();
    int key = (int) (((bits >>> 32) * keys) >>> 32);
    return (key << 1) | ((bits & HALF) < gets ? 1 : 0);
  }

  static boolean isGet(int request) {
    return (request & 1) != 0;
  }

  static int key(int request) {
    return request >>> 1;
  }
}
