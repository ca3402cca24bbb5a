// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Outcomes that are no failures and yet make a trial worthless, where they are not declared. */
final class Flaws implements Check {
  private static final Map<String, String> FLAWS =
      new TreeMap<>(
          Map.of(
              "wrongBytes", "reads brought wrong bytes",
              "misses", "reads missed, though every key had been written",
              "rowsMissing", "rows were not found, though every one had been written",
              "notStored", "writes were not taken, though nothing stood in their way",
              "torn", "reads saw half of a pair",
              "lostUpdates", "steps of a counter were lost"));

  @Override
  public Stream<Objection> objections(Evidence evidence) {
    Stream.Builder<Objection> objections = Stream.builder();
    if (evidence.outcomes().isEmpty()) {
      return objections.build(); // the echo, which has none
    }
    long all = evidence.attempts();
    if (all == 0) {
      objections.add(Objection.invalid("no operation was done"));
    }
    long leftOut = evidence.outcome("hits");
    if (leftOut > 0 && evidence.isRecord() && evidence.isWrite()) {
      objections.add(
          Objection.invalid(
              "%d writes were left out, since the cache had their keys already", leftOut));
    }
    FLAWS.forEach(
        (outcome, words) -> {
          long count = evidence.outcome(outcome);
          if (count > 0 && !Declarations.has(evidence, outcome)) {
            objections.add(Objection.invalid("%d of %d %s", count, all, words));
          }
        });
    return objections.build();
  }
}
