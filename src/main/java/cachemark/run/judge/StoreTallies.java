// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import cachemark.plan.Axis;
import cachemark.store.Command;
import cachemark.store.PathType;
import cachemark.store.StoreType;
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
    if (!evidence.param(Axis.PATH).isEmpty()) {
      return ofPath(evidence, PathType.valueOf(evidence.param(Axis.PATH)));
    }
    if (evidence.param(Axis.STORE).isEmpty()) {
      return Stream.empty();
    }
    if (!evidence.param(Axis.COMMAND).isEmpty()) {
      return command(evidence.param(Axis.COMMAND)).stream().flatMap(c -> ofCommand(evidence, c));
    }
    return switch (evidence.cell().method()) {
      case "get", "getBatch", "set", "setBatch" ->
          Stream.concat(reads(evidence, 1), Stream.of(sets(evidence, 1)));
      case "open" -> reads(evidence, lookUpsOfAConnection(evidence));
      case "pairTogether", "pairApart" -> Stream.of(gets(evidence, 2), sets(evidence, 2));
      default -> Stream.empty();
    };
  }

  /** What all servers at the end of a path have counted together. */
  private static Stream<Tally> ofPath(Evidence evidence, PathType path) {
    int keys =
        switch (evidence.cell().method()) {
          case "multiget10" -> 10;
          case "multiget100" -> 100;
          default -> 1;
        };
    return Stream.concat(reads(evidence, keys), Stream.of(sets(evidence, path.copies())));
  }

  private static Stream<Tally> ofCommand(Evidence evidence, Command command) {
    return switch (command) {
      case GET -> reads(evidence, 1);
      case SET, ADD, REPLACE -> Stream.of(sets(evidence, 1));
      case MULTIGET -> Stream.of(gets(evidence, Long.parseLong(evidence.param(Axis.ELEMENTS))));
      default -> Stream.empty();
    };
  }

  private static Stream<Tally> reads(Evidence evidence, long keys) {
    long found = evidence.outcome(HITS) + evidence.outcome("wrongBytes");
    Tally hits = Tally.of(HITS, HITS, keys * found, keys * evidence.failures());
    return Stream.of(gets(evidence, keys), Merging.of(evidence, hits));
  }

  /**
   * Each connection is tried by a touch before it is read from. Redis has none for a key that stays
   * for ever: there it is a question whether the key exists, which counts like a get.
   */
  private static long lookUpsOfAConnection(Evidence evidence) {
    return evidence.param(Axis.STORE).equals(StoreType.REDIS.name()) ? 2 : 1;
  }

  /** The keys that were looked up, {@code keys} by each operation. */
  private static Tally gets(Evidence evidence, long keys) {
    long reads = Stream.of(HITS, "misses", "wrongBytes", "torn").mapToLong(evidence::outcome).sum();
    Tally gets = Tally.of(GETS, GETS, keys * reads, keys * evidence.failures());
    return Merging.of(evidence, gets);
  }

  private static Tally sets(Evidence evidence, long keys) {
    long writes = evidence.outcome("stored") + evidence.outcome("notStored");
    return Tally.of(SETS, SETS, keys * writes, keys * evidence.failures());
  }

  private static Optional<Command> command(String name) {
    return Arrays.stream(Command.values()).filter(c -> c.name().equals(name)).findFirst();
  }
}
