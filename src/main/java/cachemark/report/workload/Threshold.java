// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.report.workload.Crossing.Kind;
import cachemark.stats.Summary;
import java.util.List;

/**
 * A {@link Crossing} over the rounds.
 *
 * @param rounds one each, one or more
 */
record Threshold(List<Crossing> rounds) {
  Threshold {
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("a threshold needs a round");
    }
  }

  /** What the rounds agree on. */
  enum Standing {
    /** All that was measured is good, in every round. */
    ALWAYS,
    /** There is a place, in every round. */
    FROM,
    /**
     * There is a place at which it is good at the latest: some rounds have it from the first on.
     */
    AT_MOST,
    /** Nothing that was measured last is good, in any round. */
    NEVER,
    /** Some rounds never get there, and others do. */
    UNDECIDED
  }

  Standing standing() {
    long never = count(Kind.NEVER);
    long always = count(Kind.ALWAYS);
    if (never > 0) {
      return never == rounds.size() ? Standing.NEVER : Standing.UNDECIDED;
    }
    if (always == rounds.size()) {
      return Standing.ALWAYS;
    }
    return always > 0 ? Standing.AT_MOST : Standing.FROM;
  }

  private long count(Kind kind) {
    return rounds.stream().filter(round -> round.kind() == kind).count();
  }

  /** The place over the rounds that have one. */
  Summary place() {
    double[] places =
        rounds.stream()
            .filter(round -> round.kind() == Kind.FROM)
            .mapToDouble(Crossing::x)
            .toArray();
    return Summary.of(places).orElseThrow(() -> new IllegalStateException("no round has a place"));
  }

  /** The first place that was measured, or the last one. */
  double end() {
    return rounds.get(0).x();
  }

  /** The place in words, for those standings that have one. */
  String words(Unit unit) {
    return switch (standing()) {
      case FROM -> Numbers.mean(place(), unit);
      case AT_MOST ->
          unit.of(place().highest())
              + " at the most ("
              + count(Kind.ALWAYS)
              + " of "
              + rounds.size()
              + " rounds: all that was measured)";
      case UNDECIDED ->
          count(Kind.NEVER)
              + " of "
              + rounds.size()
              + " rounds never get there, the others from "
              + others(unit);
      case ALWAYS, NEVER -> unit.of(end());
    };
  }

  private String others(Unit unit) {
    return count(Kind.FROM) == 0
        ? "the first measured on"
        : unit.of(place().lowest()) + " to " + unit.of(place().highest()) + " on";
  }
}
