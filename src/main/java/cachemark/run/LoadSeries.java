// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.load.Slo;
import java.util.List;
import java.util.stream.IntStream;

/** Which loads follow one another. */
public sealed interface LoadSeries {
  /** The one that is asked for. */
  record Single() implements LoadSeries {}

  /**
   * One at each rate, until the server has fallen behind at two of them.
   *
   * @param ratesPerSecond in order
   */
  record Sweep(List<Double> ratesPerSecond) implements LoadSeries {
    public Sweep {
      ratesPerSecond = List.copyOf(ratesPerSecond);
    }

    /** Rates from one to another, evenly apart. */
    public static Sweep of(double from, double to, int steps) {
      double gap = steps == 1 ? 0 : (to - from) / (steps - 1);
      return new Sweep(IntStream.range(0, steps).mapToObj(i -> from + i * gap).toList());
    }
  }

  /** Those that find the highest rate which meets {@code slo}. */
  record Search(Slo slo) implements LoadSeries {}
}
