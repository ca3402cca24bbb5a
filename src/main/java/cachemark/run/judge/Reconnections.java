// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import cachemark.plan.Axis;
import cachemark.store.Connections;
import java.util.stream.Stream;

/**
 * Whether connections were what they are called: kept ones are made before anything is measured,
 * the others once for each operation. What servers accepted says so only where they are ours alone.
 */
final class Reconnections implements Check {
  /** What may be missing or too much of a connection per operation. */
  private static final double TOLERABLE = 0.01;

  @Override
  public Stream<Objection> objections(Evidence evidence) {
    if (!evidence.circumstances().ownServers() || !evidence.warmedUp()) {
      return Stream.empty();
    }
    return Stream.concat(
        objections(evidence, "connections", "connected"),
        objections(evidence, "databaseConnections", "logged in to the database"));
  }

  private static Stream<Objection> objections(Evidence evidence, String counter, String words) {
    long accepted = evidence.cost(counter).orElse(-1);
    if (accepted < 0 || !evidence.param(Axis.OPEN_CONNECTIONS).isEmpty()) {
      return Stream.empty();
    }
    if (evidence.connects(Connections.PER_OP)) {
      return perOperation(evidence, accepted, words);
    }
    return accepted <= evidence.failures() // those cost their connections, and are told themselves
        ? Stream.empty()
        : Stream.of(
            Objection.suspect(
                "the client %s anew %d times during the measurement", words, accepted));
  }

  private static Stream<Objection> perOperation(Evidence evidence, long accepted, String words) {
    long operations = evidence.attempts();
    double tolerable = evidence.failures() + TOLERABLE * operations;
    return Math.abs(accepted - operations) <= tolerable
        ? Stream.empty()
        : Stream.of(
            Objection.suspect(
                "the client %s %d times for %d operations", words, accepted, operations));
  }
}
