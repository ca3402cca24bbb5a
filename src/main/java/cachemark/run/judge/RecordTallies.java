// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import cachemark.plan.Axis;
import cachemark.store.CacheType;
import cachemark.store.Connections;
import java.util.stream.Stream;

/**
 * What a table, the cache in front of it and their client have counted. MySQL counts a statement
 * once more where its table was emptied since it was prepared: it begins, finds that out, prepares
 * it again and begins anew, which is counted too.
 */
final class RecordTallies {
  private RecordTallies() {}

  static Stream<Tally> of(Evidence evidence) {
    if (!evidence.isRecord()) {
      return Stream.empty();
    }
    Stream<Tally> table = Stream.of(selects(evidence), inserts(evidence));
    return evidence.param(Axis.CACHE).equals(CacheType.NONE.name())
        ? table
        : Stream.concat(table, cache(evidence));
  }

  /** A driver may ask for the server's variables when it logs in. */
  private static Tally selects(Evidence evidence) {
    long reads = evidence.outcome("rowsFound") + evidence.outcome("rowsMissing");
    Tally selects =
        Tally.of("selects", "databaseSelects", reads, evidence.failures())
            .orMore(preparedAgain(evidence));
    return evidence.connects(Connections.PER_OP)
        ? selects.orMore(evidence.cost("databaseConnections").orElse(0))
        : selects;
  }

  private static Tally inserts(Evidence evidence) {
    return Tally.of(
            "inserts", "databaseInserts", evidence.outcome("rowsInserted"), evidence.failures())
        .orMore(preparedAgain(evidence));
  }

  private static long preparedAgain(Evidence evidence) {
    return evidence.cost("databasePreparedAgain").orElse(0);
  }

  private static Stream<Tally> cache(Evidence evidence) {
    long failures = evidence.failures();
    long found = evidence.outcome("hits");
    Tally gets = Tally.of("gets", "gets", found + evidence.outcome("misses"), failures);
    Tally hits = Tally.of("hits", "hits", found, failures);
    Tally sets = Tally.of("sets", "sets", evidence.outcome("stored"), failures);
    return Stream.of(Merging.of(evidence, gets), Merging.of(evidence, hits), sets);
  }
}
