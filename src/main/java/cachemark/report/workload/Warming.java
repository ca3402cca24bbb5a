// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.result.load.LoadMoment;
import cachemark.result.workload.WorkloadLoad;
import java.util.List;

/**
 * How the hit ratio of one load rises from a cache that holds little.
 *
 * @param steadyPercent the hit ratio of the last quarter of its seconds
 * @param seconds to the end of the first second with nine tenths of it; NaN where nothing hit
 * @param rising whether the last quarter is more than a point above the one before: then the time
 *     is what it takes at the least
 */
record Warming(double steadyPercent, double seconds, boolean rising) {
  private static final double ENOUGH = 0.9;
  private static final double POINT = 1;

  static Warming of(WorkloadLoad load) {
    List<LoadMoment> all =
        Moments.of(load).stream()
            .filter(moment -> Double.isFinite(Moments.hitPercent(moment)))
            .toList();
    int quarter = Math.max(1, all.size() / 4);
    int last = Math.max(0, all.size() - quarter);
    double steady = mean(all.subList(last, all.size()));
    double earlier = mean(all.subList(Math.max(0, last - quarter), last));
    double seconds =
        all.stream()
            .filter(moment -> steady > 0 && Moments.hitPercent(moment) >= ENOUGH * steady)
            .mapToDouble(Moments::end)
            .min()
            .orElse(Double.NaN);
    return new Warming(steady, seconds, steady - earlier > POINT);
  }

  private static double mean(List<LoadMoment> moments) {
    return moments.stream().mapToDouble(Moments::hitPercent).average().orElse(Double.NaN);
  }
}
