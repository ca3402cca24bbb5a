// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.side;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The unit of a score, as far as a comparison must know it.
 *
 * @param text as the file has it
 * @param moreIsBetter whether the faster side has the larger value
 * @param scale what a value is multiplied by to be in seconds or, where more is better, in
 *     operations per second; NaN where it is neither
 */
public record Unit(String text, boolean moreIsBetter, double scale) {
  private static final String OPERATIONS_PER = "ops/";
  private static final String PER_OPERATION = "/op";
  private static final Map<String, Double> SECONDS =
      Map.of(
          "ns", 1e-9, "us", 1e-6, "µs", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr", 3600.0,
          "day", 86_400.0);

  /** The unit that a text names; empty where it does not say which direction is the better one. */
  public static Optional<Unit> of(String text) {
    if (text.startsWith(OPERATIONS_PER)) {
      return Optional.of(new Unit(text, true, 1 / seconds(text.substring(4))));
    }
    if (text.endsWith(PER_OPERATION)) {
      return Optional.of(new Unit(text, false, seconds(text.substring(0, text.length() - 3))));
    }
    return SECONDS.containsKey(text)
        ? Optional.of(new Unit(text, false, seconds(text)))
        : Optional.empty();
  }

  /** What a value in this unit is multiplied by to be in {@code other}; empty if that cannot be. */
  public OptionalDouble factorTo(Unit other) {
    if (text.equals(other.text)) {
      return OptionalDouble.of(1);
    }
    double factor = scale / other.scale;
    return moreIsBetter == other.moreIsBetter && Double.isFinite(factor)
        ? OptionalDouble.of(factor)
        : OptionalDouble.empty();
  }

  private static double seconds(String time) {
    return SECONDS.getOrDefault(time, Double.NaN);
  }
}
