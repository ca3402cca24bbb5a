// SPDX-License-Identifier: Apache-2.0
package cachemark.result.load;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One second of a step, or the rest of one at its end.
 *
 * @param second from 0
 * @param counts as in {@link LoadStep}
 * @param response times, or null in a closed loop
 * @param service times
 * @param lateness of sends, or null in a closed loop
 * @param routes as in {@link LoadStep}
 */
public record LoadMoment(
    int second,
    Map<String, Long> counts,
    @Nullable LoadTimes response,
    LoadTimes service,
    @Nullable LoadTimes lateness,
    Map<String, LoadRoute> routes) {
  public LoadMoment {
    routes = LoadStep.routes(routes);
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
  }

  /** Requests that failed in it. */
  public long failed() {
    return LoadStep.failed(counts);
  }
}
