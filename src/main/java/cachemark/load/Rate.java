// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

/**
 * How many requests are to be sent per second: the same number through the warm-up, then that
 * number or one that grows or falls evenly.
 *
 * @param fromPerSecond through the warm-up and when the measurement begins, above 0
 * @param toPerSecond when the measurement ends and ever after, above 0
 */
public record Rate(double fromPerSecond, double toPerSecond) {
  private static final double SECOND = 1e9;

  public Rate {
    if (!(fromPerSecond > 0 && toPerSecond > 0)
        || Double.isInfinite(fromPerSecond)
        || Double.isInfinite(toPerSecond)) {
      throw new IllegalArgumentException(
          "a rate from " + fromPerSecond + " to " + toPerSecond + " per second is not above 0");
    }
  }

  /** One that stays the same. */
  public static Rate of(double perSecond) {
    return new Rate(perSecond, perSecond);
  }

  /** Whether it changes. */
  public boolean isRamp() {
    return fromPerSecond != toPerSecond;
  }

  /** Its mean over the measurement, per second. */
  public double meanPerSecond() {
    return (fromPerSecond + toPerSecond) / 2;
  }

  /**
   * When the request at {@code place} is due, in nanoseconds from the start.
   *
   * @param place how many are due before it
   * @param window warm-up and measurement
   */
  long nanosAt(double place, Window window) {
    double placesOfWarmUp = fromPerSecond * window.fromNanos() / SECOND;
    if (place <= placesOfWarmUp || !isRamp()) {
      return (long) (place * SECOND / fromPerSecond);
    }
    return window.fromNanos() + (long) (SECOND * secondsOfRamp(place - placesOfWarmUp, window));
  }

  /** Solves place = from t + slope t² / 2 for t; behind the ramp it goes on straight. */
  private double secondsOfRamp(double place, Window window) {
    double seconds = (window.toNanos() - window.fromNanos()) / SECOND;
    double placesOfRamp = meanPerSecond() * seconds;
    if (place >= placesOfRamp) {
      return seconds + (place - placesOfRamp) / toPerSecond;
    }
    double slope = (toPerSecond - fromPerSecond) / seconds;
    double root = Math.sqrt(fromPerSecond * fromPerSecond + 2 * slope * place);
    return 2 * place / (fromPerSecond + root);
  }
}
