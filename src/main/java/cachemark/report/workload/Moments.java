// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.result.load.LoadMoment;
import cachemark.result.load.LoadStep;
import cachemark.result.load.LoadTimes;
import cachemark.result.workload.WorkloadLoad;
import java.util.List;
import java.util.Map;

/** The seconds of a load, one by one. */
final class Moments {
  private static final int MILLIS_PER_SECOND = 1_000;

  private static final List<String> QUERIES =
      List.of("rowsFound", "rowsMissing", "rowsInserted", "rowsUpdated");

  private Moments() {}

  /** The whole seconds of the measurement; what was answered after it is in none. */
  static List<LoadMoment> of(WorkloadLoad load) {
    long whole = load.settings().durationMillis() / MILLIS_PER_SECOND;
    return load.step().seconds().stream().filter(moment -> moment.second() < whole).toList();
  }

  /** Queries that reached the table in it. */
  static double queries(LoadMoment moment) {
    Map<String, Long> counts = moment.counts();
    return QUERIES.stream().mapToLong(name -> counts.getOrDefault(name, 0L)).sum();
  }

  /** Look-ups that found their value, in %; NaN without any. */
  static double hitPercent(LoadMoment moment) {
    return 100 * LoadStep.hitRatio(moment.counts()).orElse(Double.NaN);
  }

  /** From when a request was due in an open loop, from when it was sent in a closed one. */
  static double p99Micros(LoadMoment moment) {
    LoadTimes response = moment.response();
    return Measures.micros(response == null ? moment.service() : response, LoadTimes::p99Nanos);
  }

  static double failed(LoadMoment moment) {
    return moment.failed();
  }

  /** Requests that went on without the cache, which had failed. */
  static double bypassing(LoadMoment moment) {
    return moment.counts().getOrDefault("cacheFailures", 0L);
  }

  /** Whether anything failed in it, be it that the request went on. */
  static boolean isAmiss(LoadMoment moment) {
    return moment.failed() > 0 || bypassing(moment) > 0;
  }

  /** When it ends, in seconds from when the measurement began. */
  static double end(LoadMoment moment) {
    return moment.second() + 1.0;
  }
}
