// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import java.util.Map;

/**
 * A second of a load, or the rest of one at its end.
 *
 * @param number from 0
 * @param counts of it
 * @param response times of an open loop
 * @param service times
 * @param lateness of an open loop's sends
 * @param routes times of requests to a table by the way they went; only those that any went
 */
public record LoadSecond(
    int number,
    Counts counts,
    Times response,
    Times service,
    Times lateness,
    Map<Route, RouteTimes> routes) {
  public LoadSecond {
    routes = Map.copyOf(routes);
  }

  static LoadSecond of(int number, Interval interval) {
    return new LoadSecond(
        number,
        Counts.of(interval),
        Times.of(interval.response),
        Times.of(interval.service),
        Times.of(interval.lateness),
        interval.routes());
  }
}
