// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.result.load.LoadMoment;
import cachemark.result.workload.WorkloadLoad;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What became of one load while its cache was away and after, in whole seconds; NaN where it does
 * not tell.
 *
 * @param failed requests
 * @param bypassing times that a request went on without the cache, which had failed
 * @param amissSeconds seconds with either
 * @param hitPercentBefore look-ups that found their value until the cache went
 * @param recoverySeconds from when it was back to the end of the first second from which on nothing
 *     failed and that found nine tenths as many of its values as before; NaN where the load ended
 *     before
 * @param queriesBefore queries per second that reached the table until then
 * @param queriesMost queries in the fullest second from then on
 * @param p99MicrosBefore mean of the seconds until then
 * @param p99MicrosMost of the worst second from then on
 */
record Outage(
    double failed,
    double bypassing,
    double amissSeconds,
    double hitPercentBefore,
    double recoverySeconds,
    double queriesBefore,
    double queriesMost,
    double p99MicrosBefore,
    double p99MicrosMost) {
  /** How much of the hit ratio before makes it as good as before. */
  static final double RECOVERED = 0.9;

  /** The outage of a load; of one to which nothing happened, as of one whose cache went at once. */
  static Outage of(WorkloadLoad load, double wentSeconds, double backSeconds) {
    List<LoadMoment> all = Moments.of(load);
    List<LoadMoment> before =
        all.stream().filter(moment -> Moments.end(moment) <= wentSeconds).toList();
    List<LoadMoment> after =
        all.stream().filter(moment -> Moments.end(moment) > wentSeconds).toList();
    double hits = mean(before, Moments::hitPercent);
    return new Outage(
        load.step().failed(),
        load.step().count("cacheFailures"),
        all.stream().filter(Moments::isAmiss).count(),
        hits,
        recovery(after, hits, backSeconds),
        mean(before, Moments::queries),
        most(after, Moments::queries),
        mean(before, Moments::p99Micros),
        most(after, Moments::p99Micros));
  }

  private static double recovery(List<LoadMoment> after, double hits, double backSeconds) {
    double amiss =
        after.stream().filter(Moments::isAmiss).mapToDouble(Moments::end).max().orElse(0);
    OptionalDouble recovered =
        after.stream()
            .filter(moment -> Moments.end(moment) > Math.max(amiss, backSeconds))
            .filter(moment -> Double.isNaN(hits) || Moments.hitPercent(moment) >= RECOVERED * hits)
            .mapToDouble(Moments::end)
            .min();
    return recovered.isPresent() ? recovered.getAsDouble() - backSeconds : Double.NaN;
  }

  private static double mean(List<LoadMoment> moments, ToDoubleFunction<LoadMoment> measure) {
    return moments.stream()
        .mapToDouble(measure)
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  private static double most(List<LoadMoment> moments, ToDoubleFunction<LoadMoment> measure) {
    return moments.stream().mapToDouble(measure).filter(Double::isFinite).max().orElse(Double.NaN);
  }

  /** How many times as many queries as before reach the table; NaN where there were none before. */
  double factor() {
    return queriesBefore > 0 ? queriesMost / queriesBefore : Double.NaN;
  }
}
