// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import cachemark.plan.Axis;
import cachemark.store.Command;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What a cache by itself and its client have both counted; nothing of commands it does not. */
final class StoreTallies {
  private static final String GETS = "gets";
  private static final String SETS = "sets";
  private static final String HITS = "hits";

  private StoreTallies() {}

  static Stream<Tally> of(Evidence evidence) {
    if (evidence.param(Axis.STORE).isEmpty()) {
      return Stream.empty();
    }
    if (!evidence.param(Axis.COMMAND).isEmpty()) {
      return command(evidence.param(Axis.COMMAND)).stream().flatMap(c -> ofCommand(evidence, c));
    }
    return switch (evidence.cell().method()) {
      case "get", "getBatch", "set", "setBatch" ->
          Stream.concat(reads(evidence), Stream.of(sets(evidence, 1)));
      case "open" -> reads(evidence);
      case "pairTogether", "pairApart" -> Stream.of(gets(evidence, 2), sets(evidence, 2));
      default -> Stream.empty();
    };
  }

  private static Stream<Tally> ofCommand(Evidence evidence, Command command) {
    return switch (command) {
      case GET -> reads(evidence);
      case SET, ADD, REPLACE -> Stream.of(sets(evidence, 1));
      case MULTIGET -> Stream.of(gets(evidence, Long.parseLong(evidence.param(Axis.ELEMENTS))));
      default -> Stream.empty();
    };
  }

  private static Stream<Tally> reads(Evidence evidence) {
    long found = evidence.outcome(HITS) + evidence.outcome("wrongBytes");
    Tally hits = Tally.of(HITS, HITS, found, evidence.failures());
    return Stream.of(gets(evidence, 1), Merging.allows(evidence) ? hits.orFewer() : hits);
  }

  /** The keys that were looked up, {@code keys} by each operation. */
  private static Tally gets(Evidence evidence, long keys) {
    long reads = Stream.of(HITS, "misses", "wrongBytes", "torn").mapToLong(evidence::outcome).sum();
    Tally gets = Tally.of(GETS, GETS, keys * reads, keys * evidence.failures());
    return Merging.allows(evidence) ? gets.orFewer() : gets;
  }

  private static Tally sets(Evidence evidence, long keys) {
    long writes = evidence.outcome("stored") + evidence.outcome("notStored");
    return Tally.of(SETS, SETS, keys * writes, keys * evidence.failures());
  }

  private static Optional<Command> command(String name) {
    return Arrays.stream(Command.values()).filter(c -> c.name().equals(name)).findFirst();
  }
}
