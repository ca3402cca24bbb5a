// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import java.util.List;

/** What a workload says to somebody who has to choose: one piece of advice for each question. */
final class Answer {
  private Answer() {}

  /** In the order in which one would ask. */
  static List<Advice> of(List<Group> groups) {
    return List.of(
        CacheAdvice.of(groups),
        StoreAdvice.of(groups),
        MemoryAdvice.of(groups),
        PolicyAdvice.of(groups),
        FlightAdvice.of(groups),
        ConnectionAdvice.of(groups),
        new Advice(
            "Which client library?",
            "not varied here: see \"run --only clients\"",
            false,
            List.of()));
  }
}
