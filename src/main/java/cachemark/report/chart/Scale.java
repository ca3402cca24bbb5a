// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Digits;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a value lies on an axis, in pixels from its start.
 *
 * @param low value at the start
 * @param high value at the end, above {@code low}
 * @param pixels length
 * @param logarithmic whether equal factors are equally long
 */
record Scale(double low, double high, double pixels, boolean logarithmic) {
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};
  private static final double[] FACTORS = {1, 2, 5};
  private static final double[] ALL_FACTORS = {1, 1.2, 1.5, 2, 3, 4, 5, 6, 7, 8, 9};
  private static final double BESIDE_RATIO = 1.1;
  private static final double SMALLEST_RATIO = 1.25;
  private static final int FEWEST_TICKS = 3;
  private static final double PIXELS_PER_TICK = 42;

  /** From zero to {@code highest}, or to 1 where that is nothing. */
  static Scale fromZero(double highest, double pixels) {
    return new Scale(0, highest > 0 ? highest : 1, pixels, false);
  }

  /** Decades and their halves around the values, for factors. */
  static Scale factors(double lowest, double highest, double pixels) {
    return new Scale(lowest / 1.6, highest * 1.6, pixels, true);
  }

  /** Factors round 1, with room enough that small ones look small. */
  static Scale ratios(double lowest, double highest, double pixels) {
    double low = Math.min(lowest / BESIDE_RATIO, 1 / SMALLEST_RATIO);
    return new Scale(low, Math.max(highest * BESIDE_RATIO, SMALLEST_RATIO), pixels, true);
  }

  double at(double value) {
    double position =
        logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    return position * pixels;
  }

  /** Round values between both ends. */
  List<Double> ticks(boolean counts) {
    return logarithmic ? factorTicks() : stepTicks(counts);
  }

  private List<Double> stepTicks(boolean counts) {
    double step = step(high, pixels, counts);
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i * step <= high * (1 + 1e-9); i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private List<Double> factorTicks() {
    List<Double> ticks = factorTicks(FACTORS);
    return ticks.size() < FEWEST_TICKS ? factorTicks(ALL_FACTORS) : ticks;
  }

  private List<Double> factorTicks(double[] factors) {
    List<Double> ticks = new ArrayList<>();
    for (double decade = Math.pow(10, Math.floor(Math.log10(low))); decade <= high; decade *= 10) {
      for (double factor : factors) {
        if (decade * factor >= low && decade * factor <= high) {
          ticks.add(decade * factor);
        }
      }
    }
    return ticks;
  }

  /** {@code tick} as text, with as many decimals as its neighbours need. */
  String label(double tick, boolean counts) {
    double unit = logarithmic ? tick : step(high, pixels, counts);
    int decimals = 0;
    for (double rest = unit; decimals < 9 && Math.abs(rest - Math.rint(rest)) > 1e-6 * rest; ) {
      rest *= 10;
      decimals++;
    }
    return Digits.fixed(tick, decimals);
  }

  private static double step(double top, double pixels, boolean counts) {
    double raw = top / Math.max(2, Math.floor(pixels / PIXELS_PER_TICK));
    double decade = Math.pow(10, Math.floor(Math.log10(raw)));
    double step = decade * 10;
    for (double factor : STEPS) {
      if (decade * factor >= raw * (1 - 1e-9)) {
        step = decade * factor;
        break;
      }
    }
    return counts ? Math.max(1, Math.ceil(step)) : step;
  }
}
