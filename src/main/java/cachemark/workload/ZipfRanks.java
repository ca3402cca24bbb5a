// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An endless stream of ranks from 0, in which rank {@code r} comes in proportion to {@code 1 / (r +
 * 1)^skew}. Not thread-safe.
 *
 * <p>The ranks lie in blocks, each no longer than a sixteenth of what is before it, so that the
 * first ones have blocks of their own and a thousand million ranks have some three hundred. A block
 * is drawn as if all its ranks were as frequent as its first; then a rank in it, all equally often;
 * and that one is taken in proportion to what it really has, else all is drawn again. This is
 * rejection under a hat of steps: exact for any skew, 1 included. Nearly always a look at the
 * block's rarest rank tells that the draw is taken, so that neither powers nor logarithms cost
 * time.
 */
final class ZipfRanks implements KeyStream {
  /** Into how many blocks as many ranks are put as are before them. */
  private static final int FINENESS = 16;

  private final double skew;
  private final SplittableRandom random;
  private final long[] first; // rank of each block's first, counted from 1
  private final long[] length;
  private final double[] surely; // how often the block's last rank is taken
  private final AliasTable blocks;

  ZipfRanks(long ranks, double skew, SplittableRandom random) {
    this.skew = skew;
    this.random = random;
    this.first = firsts(ranks);
    this.length = new long[first.length];
    this.surely = new double[first.length];
    double[] weights = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      length[i] = (i + 1 < first.length ? first[i + 1] : ranks + 1) - first[i];
      surely[i] = share(i, length[i] - 1);
      weights[i] = length[i] * Math.pow((double) first[i], -skew);
    }
    this.blocks = new AliasTable(weights);
  }

  private static long[] firsts(long ranks) {
    List<Long> firsts = new ArrayList<>();
    for (long at = 1; at <= ranks; at += Math.max(1, at / FINENESS)) {
      firsts.add(at);
    }
    return firsts.stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public long next() {
    while (true) {
      int block = blocks.at(random.nextDouble());
      double place = random.nextDouble() * length[block];
      long offset = (long) place;
      double chance = place - offset;
      if (chance < surely[block] || chance < share(block, offset)) {
        return first[block] + offset - 1;
      }
    }
  }

  /** How frequent a rank is beside the first of its block. */
  private double share(int block, long offset) {
    return Math.pow((double) first[block] / (first[block] + offset), skew);
  }
}
