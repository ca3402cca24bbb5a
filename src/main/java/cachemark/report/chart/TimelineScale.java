// SPDX-License-Identifier: Apache-2.0
package cachemark.report.chart;

import cachemark.report.figure.Timeline;
import cachemark.report.figure.Timeline.Bar;
import java.util.List;
import java.util.function.Function;

/**
 * The axes that all rows of a timeline share.
 *
 * @param seconds that the axis to the right is long
 * @param pixels of it
 * @param barSeconds how long a bar is
 * @param mostReads that a bar of reads shows; more is cut
 * @param mostWrites the same of writes
 */
record TimelineScale(
    double seconds, double pixels, double barSeconds, double mostReads, double mostWrites) {
  /** Room for what is done late, over what is usual. */
  private static final double ROOM = 1.5;

  static TimelineScale of(Timeline timeline, double pixels) {
    return new TimelineScale(
        timeline.seconds(),
        pixels,
        timeline.secondsPerBar(),
        most(timeline, Timeline.Row::reads),
        most(timeline, Timeline.Row::writes));
  }

  private static double most(Timeline timeline, Function<Timeline.Row, List<Bar>> bars) {
    int[] counts =
        timeline.rows().stream()
            .flatMap(row -> bars.apply(row).stream())
            .mapToInt(Bar::all)
            .sorted()
            .toArray();
    return counts.length == 0 ? 1 : Math.max(1, ROOM * counts[counts.length / 2]);
  }

  double x(double atSeconds) {
    return pixels * Math.min(1, atSeconds / seconds);
  }
}
