// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import cachemark.plan.Mode;
import cachemark.result.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReconnectionsTest {
  private static final Check RECONNECTIONS = new Reconnections();

  private static Trials kept(String way) {
    return Trials.store("get", Mode.SAMPLE).with("connections", way).ended("hits", 1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"KEPT", "SHARED"})
  void aConnectionThatIsCalledKeptWasNot(String way) {
    kept(way).cost("connections", 0).passes(RECONNECTIONS);
    kept(way)
        .cost("connections", 3)
        .fails(
            RECONNECTIONS,
            Verdict.SUSPECT,
            "the client connected anew 3 times during the measurement");
  }

  @Test
  void thoseToTheDatabaseCountAsWell() {
    kept("KEPT")
        .cost("databaseConnections", 2)
        .fails(
            RECONNECTIONS,
            Verdict.SUSPECT,
            "the client logged in to the database anew 2 times during the measurement");
  }

  @Test
  void withoutWarmUpTheFirstOperationConnects() {
    kept("KEPT").cost("connections", 8).withoutWarmUp().passes(RECONNECTIONS);
  }

  @Test
  void aThreadThatWasTooLateForTheWarmUpConnectsInTheBatch() {
    Trials batch = Trials.store("getBatch", Mode.BATCH).with("connections", "KEPT");
    batch.ended("hits", 1_000).cost("connections", 1).withColdThreads(1).passes(RECONNECTIONS);
    batch
        .withColdThreads(0)
        .fails(
            RECONNECTIONS,
            Verdict.SUSPECT,
            "the client connected anew 1 times during the measurement");
  }

  @Test
  void aFailureCostsItsConnectionAndIsToldItself() {
    kept("KEPT").ended("serverError", 3).cost("connections", 3).passes(RECONNECTIONS);
  }

  @Test
  void othersMayConnectToServersThatAreTheirsToo() {
    kept("KEPT")
        .cost("connections", 3)
        .amid(new Circumstances(false, 1, 1, 0, Duration.ZERO))
        .passes(RECONNECTIONS);
  }

  @Test
  void whereManyAreOpenedNoneIsKept() {
    kept("KEPT").with("openConnections", "200").cost("connections", 200).passes(RECONNECTIONS);
  }

  @Test
  void oneForEachOperationIsAboutOneForEachOperation() {
    kept("PER_OP").cost("connections", 1_000).passes(RECONNECTIONS);
    kept("PER_OP").cost("connections", 991).passes(RECONNECTIONS);
    kept("PER_OP")
        .cost("connections", 4)
        .fails(RECONNECTIONS, Verdict.SUSPECT, "the client connected 4 times for 1000 operations");
  }
}
