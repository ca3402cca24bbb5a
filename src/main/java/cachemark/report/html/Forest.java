// SPDX-License-Identifier: Apache-2.0
package cachemark.report.html;

/**
 * Where a ratio and its interval lie between a quarter and four times, by factors: 0 to 100, with 1
 * in the middle; what lies beyond is put at the edge.
 *
 * @param at the ratio
 * @param low end of the interval
 * @param high end of the interval, not below {@code low}
 */
public record Forest(double at, double low, double high) {
  private static final double LARGEST = 4;

  /** The places of a ratio and of the ends of its interval, all above 0. */
  public static Forest of(double ratio, double low, double high) {
    return new Forest(place(ratio), place(low), place(high));
  }

  /** How long the interval is, 0 to 100. */
  public double length() {
    return Math.round(10 * (high - low)) / 10.0;
  }

  private static double place(double factor) {
    double place = 50 + 50 * Math.log(factor) / Math.log(LARGEST);
    return Math.round(10 * Math.max(0, Math.min(100, place))) / 10.0;
  }
}
