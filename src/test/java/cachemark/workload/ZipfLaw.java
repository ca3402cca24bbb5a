// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

/**
 * How often ranks come by Zipf's law: what draws are held against. Sums of many ranks are taken by
 * the Euler-Maclaurin formula, which is right to the last digits where it is used.
 */
final class ZipfLaw {
  private static final long SUMMED = 2_000;

  private final double skew;
  private final double total;

  ZipfLaw(long ranks, double skew) {
    this.skew = skew;
    this.total = sum(1, ranks);
  }

  /** The probability of the ranks from {@code first} to {@code last}, counted from 1. */
  double probability(long first, long last) {
    return sum(first, last) / total;
  }

  private double sum(long first, long last) {
    double sum = 0;
    long rank = first;
    for (; rank <= Math.min(last, SUMMED); rank++) {
      sum += Math.pow((double) rank, -skew);
    }
    return rank > last ? sum : sum + smooth((double) rank, (double) last);
  }

  private double smooth(double a, double b) {
    double ends = (Math.pow(a, -skew) + Math.pow(b, -skew)) / 2;
    double slopes = -skew * (Math.pow(b, -skew - 1) - Math.pow(a, -skew - 1)) / 12;
    return integral(a, b) + ends + slopes;
  }

  private double integral(double a, double b) {
    double rest = 1 - skew;
    return rest == 0 ? Math.log(b / a) : (Math.pow(b, rest) - Math.pow(a, rest)) / rest;
  }
}
