// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The points of one thing that is compared.
 *
 * @param key what it is
 * @param name for people
 * @param meaning of the name; empty where it speaks for itself
 * @param variation 0 for the first series of its subject, 1 for the next…
 * @param points by ascending x
 */
public record Series(
    SeriesKey key, String name, String meaning, int variation, List<Point> points) {
  public Series {
    points = List.copyOf(points);
  }

  /** The point at {@code x}, if this series has one. */
  public Optional<Point> at(double x) {
    return points.stream().filter(point -> Double.compare(point.x(), x) == 0).findFirst();
  }

  /** With an empty point at each of {@code places} that it has none at. */
  Series over(double[] places) {
    List<Point> all =
        DoubleStream.concat(DoubleStream.of(places), points.stream().mapToDouble(Point::x))
            .distinct()
            .sorted()
            .mapToObj(x -> at(x).orElseGet(() -> new Point(x, List.of())))
            .toList();
    return new Series(key, name, meaning, variation, all);
  }

  /** Without the points at which some round that counts elsewhere gave no value. */
  public Series ofAllRounds() {
    int rounds = points.stream().mapToInt(point -> point.counted().size()).max().orElse(0);
    return new Series(
        key,
        name,
        meaning,
        variation,
        points.stream().filter(point -> point.counted().size() == rounds).toList());
  }

  /** The name and what it means, on one line. */
  public String fullName() {
    return meaning.isEmpty() ? name : name + " (" + meaning + ")";
  }
}
