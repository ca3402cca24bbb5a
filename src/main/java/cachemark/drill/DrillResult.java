// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

import cachemark.store.FailureCause;
import java.util.List;
import java.util.Map;

/**
 * What came of a drill.
 *
 * @param events in the order they came
 * @param timeline of every operation while the script ran
 * @param errors of these by cause
 * @param readBack every key when all was over, by what it came to
 */
public record DrillResult(
    List<DrillEvent> events,
    Timeline timeline,
    Map<FailureCause, Long> errors,
    Map<Outcome, Long> readBack) {
  public DrillResult {
    events = List.copyOf(events);
    errors = Map.copyOf(errors);
    readBack = Map.copyOf(readBack);
  }
}
