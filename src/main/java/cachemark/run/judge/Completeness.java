// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import java.util.stream.Stream;

/** Whether everything was measured that was planned. */
final class Completeness implements Check {
  @Override
  public Stream<Objection> objections(Evidence evidence) {
    Stream.Builder<Objection> objections = Stream.builder();
    long measured = evidence.measured().count();
    int planned = evidence.trial().timing().iterations();
    if (measured != planned) {
      objections.add(Objection.invalid("%d of %d iterations were measured", measured, planned));
    }
    if (evidence.measured().anyMatch(i -> !(Double.isFinite(i.score()) && i.score() > 0))) {
      objections.add(Objection.invalid("an iteration has no score"));
    }
    int threads = evidence.cell().threads();
    if (evidence.isBatch()
        && evidence.measured().anyMatch(i -> i.threadSeconds().size() != threads)) {
      objections.add(Objection.invalid("a thread's time is missing from a batch"));
    }
    return objections.build();
  }
}
