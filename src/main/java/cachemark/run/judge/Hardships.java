// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import java.util.stream.Stream;

/** Whether the machine could not give what was asked of it. */
final class Hardships implements Check {
  private static final double NANOS_PER_MILLI = 1e6;

  @Override
  public Stream<Objection> objections(Evidence evidence) {
    Stream.Builder<Objection> objections = Stream.builder();
    long pages = evidence.circumstances().swappedPages();
    if (pages > 0) {
      objections.add(
          Objection.suspect("the machine swapped %d pages while this was measured", pages));
    }
    long nanos = evidence.circumstances().throttled().toNanos();
    if (nanos > 0) {
      objections.add(
          Objection.suspect(
              "the control group was throttled for %.0f ms", Math.ceil(nanos / NANOS_PER_MILLI)));
    }
    return objections.build();
  }
}
