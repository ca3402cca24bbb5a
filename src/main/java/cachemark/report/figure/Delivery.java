// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What the operations behind a value brought; NaN where that is not known. Who finds less, or
 * delivers less, has less to do, and is not faster for it.
 *
 * @param hitPercent look-ups in the cache that found their key, of a hundred
 * @param bytesPerOperation bytes of values read or written, per operation, failed ones included
 */
public record Delivery(double hitPercent, double bytesPerOperation) {
  /** Of operations of which nothing is known. */
  public static final Delivery UNKNOWN = new Delivery(Double.NaN, Double.NaN);

  private static final double MOST_POINTS_APART = 0.1;
  private static final double MOST_BYTES_APART = 0.001;
  private static final double ROUNDING = 1e-9;

  /** The mean of several rounds; one of which something is not known is left out there. */
  public static Delivery mean(Collection<Delivery> rounds) {
    return new Delivery(
        mean(rounds, Delivery::hitPercent), mean(rounds, Delivery::bytesPerOperation));
  }

  private static double mean(Collection<Delivery> rounds, ToDoubleFunction<Delivery> value) {
    return rounds.stream().mapToDouble(value).filter(Double::isFinite).average().orElse(Double.NaN);
  }

  /**
   * What forbids to compare the speed of this side with that of {@code other}: hit rates that are
   * more than 0.1 percentage points apart, or bytes that are more than 0.1 % apart. What is not
   * known of both forbids nothing.
   */
  public Optional<Mismatch> mismatch(Delivery other) {
    if (Math.abs(hitPercent - other.hitPercent) > MOST_POINTS_APART + ROUNDING) {
      return Optional.of(
          new Mismatch("hit rates", percent(hitPercent) + " %", percent(other.hitPercent) + " %"));
    }
    double apart = Math.abs(bytesPerOperation - other.bytesPerOperation);
    double most = Math.max(bytesPerOperation, other.bytesPerOperation) * MOST_BYTES_APART;
    return apart > most + ROUNDING
        ? Optional.of(
            new Mismatch(
                "bytes per operation", bytes(bytesPerOperation), bytes(other.bytesPerOperation)))
        : Optional.empty();
  }

  /** So many decimals that two which are too far apart do not look alike. */
  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
  }

  private static String bytes(double value) {
    return String.format(Locale.ROOT, "%,.3f", value).replaceFirst("\\.?0+$", "");
  }
}
