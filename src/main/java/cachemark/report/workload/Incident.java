// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.plan.workload.CacheEvent;
import java.util.List;
import java.util.OptionalDouble;

/** When a cache went and came back, in seconds from when the measurement began. */
final class Incident {
  private static final double MILLIS_PER_SECOND = 1e3;

  private Incident() {}

  /** What happened, as in "cache killed". */
  static String verb(CacheEvent.What what) {
    return switch (what) {
      case KILL -> "killed";
      case REVIVE -> "revived empty";
      case FLUSH -> "emptied";
    };
  }

  static double atSeconds(CacheEvent event) {
    return event.atMillis() / MILLIS_PER_SECOND;
  }

  /** When the first thing happened; empty if nothing did. */
  static OptionalDouble first(List<CacheEvent> events) {
    return events.stream().mapToDouble(Incident::atSeconds).min();
  }

  /** When the last thing happened after which there was a cache; empty if nothing did. */
  static OptionalDouble back(List<CacheEvent> events) {
    return events.stream()
        .filter(event -> event.what() != CacheEvent.What.KILL)
        .mapToDouble(Incident::atSeconds)
        .max();
  }
}
