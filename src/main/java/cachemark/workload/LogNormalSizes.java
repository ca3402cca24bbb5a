// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

import org.apache.commons.math3.special.Erf;

/**
 * Lengths from a log-normal distribution cut off at bounds, drawn by inversion: a key's place among
 * all probabilities within the bounds tells its length. A length {@code n} has what lies from
 * {@code n} to {@code n + 1}.
 */
final class LogNormalSizes implements ValueSizes {
  private static final double MAX_SIGMA = 10;
  private static final double SQRT_2 = Math.sqrt(2);

  private final double mu;
  private final double sigma;
  private final int minBytes;
  private final int maxBytes;
  private final long seed;
  private final double from;
  private final double to;

  LogNormalSizes(int medianBytes, double sigma, int minBytes, int maxBytes, long seed) {
    WeightedSize.requireBytes(minBytes);
    if (medianBytes < 1 || medianBytes < minBytes || medianBytes > maxBytes) {
      throw new IllegalArgumentException(
          "a median of "
              + medianBytes
              + " bytes is not at least 1 and from "
              + minBytes
              + " to "
              + maxBytes);
    }
    if (!(sigma > 0 && sigma <= MAX_SIGMA)) {
      throw new IllegalArgumentException(
          "a sigma of " + sigma + " is not above 0 and at most " + MAX_SIGMA);
    }
    this.mu = Math.log(medianBytes);
    this.sigma = sigma;
    this.minBytes = minBytes;
    this.maxBytes = maxBytes;
    this.seed = seed;
    this.from = erfOf(minBytes);
    this.to = erfOf(maxBytes + 1.0);
  }

  private double erfOf(double bytes) {
    return Erf.erf((Math.log(bytes) - mu) / (sigma * SQRT_2));
  }

  @Override
  public int bytes(long key) {
    double erf = from + SplitMix.unit(seed, key) * (to - from);
    double bytes = Math.exp(mu + sigma * SQRT_2 * Erf.erfInv(erf));
    return (int) Math.max(minBytes, Math.min(maxBytes, bytes)); // rounding may pass a bound
  }
}
