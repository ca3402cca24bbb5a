// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.workload.KeyStream;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * An endless seeded stream of requests: any key, all equally often or as a stream of keys has them,
 * and gets and sets in a given proportion. A request is one number, so that none is an object. Not
 * thread-safe.
 */
final class Mix {
  private static final long HALF = 0xFFFF_FFFFL;

  private final SplittableRandom random;
  private final int keys;
  private final @Nullable KeyStream stream;
  private final long gets;

  /**
   * A stream of keys that are asked about equally often.
   *
   * @param keys that are asked about, 1 to 2^30
   * @param getShare how many of the requests are gets, from 0 to 1
   */
  Mix(long seed, int keys, double getShare) {
    this(seed, keys, null, getShare);
  }

  /** A stream of the keys of another one, whose numbers are below 2^30. */
  Mix(long seed, KeyStream stream, double getShare) {
    this(seed, 0, stream, getShare);
  }

  private Mix(long seed, int keys, @Nullable KeyStream stream, double getShare) {
    this.random = new SplittableRandom(seed);
    this.keys = keys;
    this.stream = stream;
    this.gets = Math.round(getShare * (HALF + 1));
  }

  /** The next request. */
  int next() {
    long bits = random.nextLong();
    int key = (int) (stream == null ? ((bits >>> 32) * keys) >>> 32 : stream.next());
    return (key << 1) | ((bits & HALF) < gets ? 1 : 0);
  }

  static boolean isGet(int request) {
    return (request & 1) != 0;
  }

  static int key(int request) {
    return request >>> 1;
  }
}
