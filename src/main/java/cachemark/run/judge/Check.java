// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import java.util.List;
import java.util.stream.Stream;

/** One way of looking at a trial with doubt. */
@FunctionalInterface
public interface Check {
  /** All there are, the plainest first. */
  List<Check> ALL =
      List.of(
          new Completeness(),
          new Flaws(),
          new FailedOperations(),
          new Reconciliation(),
          new Reconnections(),
          new Hardships(),
          new ClientLimit(),
          new Scatter());

  /** What speaks against the trial; empty if nothing does. */
  Stream<Objection> objections(Evidence evidence);
}
