// SPDX-License-Identifier: Apache-2.0
package cachemark.workload.trace;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.SplittableRandom;

/** A stream that hands out its bytes in pieces of any size, and knows of none in advance. */
final class Trickle extends InputStream {
  private final ByteArrayInputStream in;
  private final SplittableRandom random;
  private final int most;

  Trickle(byte[] bytes, long seed, int most) {
    this.in = new ByteArrayInputStream(bytes);
    this.random = new SplittableRandom(seed);
    this.most = most;
  }

  @Override
  public int read() {
    return in.read();
  }

  @Override
  public int read(byte[] to, int at, int length) {
    return in.read(to, at, Math.min(length, 1 + random.nextInt(most)));
  }
}
