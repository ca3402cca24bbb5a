// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import java.util.List;
import java.util.OptionalInt;

/**
 * Where a curve of latency against load turns upwards: the point that lies farthest below the
 * straight line from the first point to the last, latency taken by its logarithm. After the
 * "Kneedle" of Satopää et al., 2011. Pure.
 */
public final class Knee {
  /** A curve that bends less than this part of its height has none. */
  private static final double LEAST_BEND = 0.1;

  private static final int FEWEST_POINTS = 3;

  private Knee() {}

  /**
   * The place of the knee among points of ascending load; empty if there is none.
   *
   * @param loads ascending
   * @param latencies above 0, one for each
   */
  public static OptionalInt of(List<Double> loads, List<Double> latencies) {
    int last = loads.size() - 1;
    if (loads.size() < FEWEST_POINTS) {
      return OptionalInt.empty();
    }
    double width = loads.get(last) - loads.get(0);
    double low = Math.log(latencies.get(0));
    double height = Math.log(latencies.get(last)) - low;
    if (height <= 0 || width <= 0) {
      return OptionalInt.empty();
    }
    int knee = 0;
    double bend = LEAST_BEND;
    for (int i = 1; i < last; i++) {
      double x = (loads.get(i) - loads.get(0)) / width;
      double y = (Math.log(latencies.get(i)) - low) / height;
      if (x - y > bend) {
        bend = x - y;
        knee = i;
      }
    }
    return knee == 0 ? OptionalInt.empty() : OptionalInt.of(knee);
  }
}
