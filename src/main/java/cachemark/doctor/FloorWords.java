// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.plan.Placement;
import cachemark.result.Floor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What floors mean. Pure. */
final class FloorWords {
  private static final double DEARER = 1.5;
  private static final long LONG_TAIL = 10;

  private FloorWords() {}

  static List<Finding> of(List<Floor> floors) {
    List<Finding> findings = new ArrayList<>(floors.stream().map(FloorWords::of).toList());
    wake(floors).ifPresent(findings::add);
    return findings;
  }

  private static Finding of(Floor floor) {
    String id = "floor." + floor.placement().text() + "." + floor.transport().text();
    String text =
        String.format(
            Locale.ROOT,
            "%s, %s: p50 %s, p99 %s, %s round trips/s",
            Placements.brief(floor.placement()),
            floor.transport().label(),
            Amounts.nanos(floor.p50Nanos()),
            Amounts.nanos(floor.p99Nanos()),
            Amounts.count(Math.round(floor.perSecond())));
    return floor.p99Nanos() > LONG_TAIL * floor.p50Nanos()
        ? Finding.note(id, text + ": a tail as long as that is in every server's tail, too")
        : Finding.ok(id, text);
  }

  /** What it costs here that the other side sleeps on another core. */
  private static Optional<Finding> wake(List<Floor> floors) {
    Optional<Floor> same = Floor.tcp(floors, Placement.SAME);
    Optional<Floor> other =
        Floor.tcp(floors, Placement.SPLIT).or(() -> Floor.tcp(floors, Placement.FREE));
    if (same.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    long more = other.get().p50Nanos() - same.get().p50Nanos();
    if (other.get().p50Nanos() < DEARER * same.get().p50Nanos()) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.note(
                "floor.wake",
                "on cores of their own a round trip takes "
                    + Amounts.nanos(more)
                    + " longer, since a sleeping core has to be woken: more than a cache takes to"
                    + " answer, so compare only at the same placement (--pin same|split|free)")
            .with("wakeNanos", more));
  }
}
