// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import cachemark.plan.Axis;
import cachemark.store.StoreType;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Whether the servers counted what the client did. Where they are not ours alone others may be
 * counted, and where nothing warmed up timed iterations begin with what prepares them.
 */
final class Reconciliation implements Check {
  @Override
  public Stream<Objection> objections(Evidence evidence) {
    if (!evidence.circumstances().ownServers()
        || !(evidence.isBatch() || evidence.trial().timing().warmupMillis() > 0)) {
      return Stream.empty();
    }
    return Stream.concat(
        operations(evidence),
        Stream.concat(StoreTallies.of(evidence), RecordTallies.of(evidence))
            .flatMap(tally -> against(evidence, tally)));
  }

  private static Stream<Objection> against(Evidence evidence, Tally tally) {
    OptionalLong counted = evidence.cost(tally.counter());
    return counted.isEmpty()
        ? Stream.empty() // the server does not tell
        : tally.against(server(evidence, tally.counter()), counted.getAsLong()).stream();
  }

  /** JMH counts calls; each of them must have come to an end that was counted, too. */
  private static Stream<Objection> operations(Evidence evidence) {
    OptionalLong done = evidence.cost("operationsDone");
    if (done.isEmpty() || evidence.outcomes().isEmpty()) {
      return Stream.empty();
    }
    String pipeline = evidence.param(Axis.PIPELINE);
    long unsent =
        pipeline.isEmpty() ? 0 : evidence.cell().threads() * (Long.parseLong(pipeline) - 1);
    unsent *= evidence.measured().count();
    long ended = evidence.attempts();
    return Math.abs(done.getAsLong() - ended) <= unsent
        ? Stream.empty()
        : Stream.of(
            Objection.invalid(
                "JMH counts %d operations, of which %d came to an end", done.getAsLong(), ended));
  }

  private static String server(Evidence evidence, String counter) {
    if (counter.startsWith("database")) {
      return "the database";
    }
    String type = evidence.param(evidence.isRecord() ? Axis.CACHE : Axis.STORE);
    return Arrays.stream(StoreType.values())
        .filter(store -> store.name().equals(type))
        .map(StoreType::label)
        .findFirst()
        .orElse("the server");
  }
}
