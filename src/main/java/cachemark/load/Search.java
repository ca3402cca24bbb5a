// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

/**
 * The search for the highest rate that meets a demand, by asking again and again whether one does:
 * upwards by a factor until one does not, halves of what lies between after that, and at last the
 * rate that was found is tried twice more. Where it fails then it was luck, and a rate a step lower
 * takes its place. Pure; not thread-safe.
 */
public final class Search {
  /** Confirmations that a rate needs beside the first time it met the demand. */
  static final int CONFIRMATIONS = 2;

  private static final double GROWTH = 3;

  private final double mostPerSecond;
  private final double precision;
  private double met;
  private double failed = Double.POSITIVE_INFINITY;
  private double asked;
  private int confirmed;
  private boolean confirming;
  private boolean over;

  /**
   * A search.
   *
   * @param firstPerSecond that is tried, above 0
   * @param mostPerSecond that is tried, no less
   * @param precision how close the answer has to be, as a factor above 1
   */
  public Search(double firstPerSecond, double mostPerSecond, double precision) {
    if (!(firstPerSecond > 0 && mostPerSecond >= firstPerSecond && precision > 1)) {
      throw new IllegalArgumentException(
          "no search: from " + firstPerSecond + " to " + mostPerSecond + " by " + precision);
    }
    this.asked = firstPerSecond;
    this.mostPerSecond = mostPerSecond;
    this.precision = precision;
  }

  /** Whether there is nothing left to ask. */
  public boolean isOver() {
    return over;
  }

  /** The rate to try next. */
  public double nextPerSecond() {
    return asked;
  }

  /** Whether the next try only confirms. */
  public boolean isConfirming() {
    return confirming;
  }

  /** The highest rate that met the demand each time; 0 if none did. */
  public double foundPerSecond() {
    return over ? met : 0;
  }

  /** Takes the answer for {@link #nextPerSecond}. */
  public void answer(boolean isMet) {
    if (confirming) {
      confirm(isMet);
    } else if (isMet) {
      met = asked;
      goOn();
    } else {
      failed = asked;
      goOn();
    }
  }

  private void confirm(boolean isMet) {
    if (isMet) {
      confirmed++;
      over = confirmed >= CONFIRMATIONS;
      return;
    }
    confirmed = -1; // the lower rate has not met it once yet
    failed = asked;
    asked = asked / precision;
    met = asked;
    giveUpBelowOne();
  }

  private void goOn() {
    if (failed == Double.POSITIVE_INFINITY && met < mostPerSecond) {
      asked = Math.min(met * GROWTH, mostPerSecond);
    } else if (met == 0) {
      asked = failed / GROWTH;
      giveUpBelowOne();
    } else if (failed / met > precision && failed != Double.POSITIVE_INFINITY) {
      asked = Math.sqrt(failed * met);
    } else {
      asked = met;
      confirming = true;
    }
  }

  private void giveUpBelowOne() {
    if (asked < 1) {
      met = 0;
      over = true;
    }
  }
}
