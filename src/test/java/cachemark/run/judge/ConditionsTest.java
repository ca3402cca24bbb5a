// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import cachemark.plan.Mode;
import cachemark.plan.Placement;
import cachemark.result.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Doubts that come from where and how a trial ran: hardships, the client's limit, scatter. */
final class ConditionsTest {
  private static Trials get() {
    return Trials.store("get", Mode.THROUGHPUT);
  }

  @Test
  void aMachineThatSwappedIsNamed() {
    get()
        .amid(new Circumstances(true, 1, 1, 120, Duration.ZERO))
        .fails(
            new Hardships(),
            Verdict.SUSPECT,
            "the machine swapped 120 pages while this was measured");
  }

  @Test
  void aThrottledGroupIsNamed() {
    get()
        .amid(new Circumstances(true, 1, 1, 0, Duration.ofMillis(35)))
        .fails(new Hardships(), Verdict.SUSPECT, "the control group was throttled for 35 ms");
    get().passes(new Hardships());
  }

  private static Trials busy(Placement placement, long client, long server) {
    return get()
        .on(placement)
        .amid(new Circumstances(true, 2, 2, 0, Duration.ZERO))
        .cost("wallNanos", 1_000)
        .cost("clientCpuNanos", client)
        .cost("serverCpuNanos", server);
  }

  @Test
  void aClientThatIsBusyWhileTheServerIsNotMeasuresItself() {
    busy(Placement.SPLIT, 1_940, 820)
        .fails(
            new ClientLimit(),
            Verdict.SUSPECT,
            "the client is the limit: its cores were 97 % busy, the server's 41 %");
  }

  @Test
  void bothBusyOrTheClientIdleIsInOrder() {
    busy(Placement.SPLIT, 1_940, 1_900).passes(new ClientLimit());
    busy(Placement.SPLIT, 1_700, 100).passes(new ClientLimit());
  }

  @Test
  void theDatabaseSharesTheServersCores() {
    busy(Placement.SPLIT, 1_940, 1_000).cost("databaseCpuNanos", 900).passes(new ClientLimit());
  }

  @ParameterizedTest
  @EnumSource(
      value = Placement.class,
      names = {"SAME", "FREE"})
  void onCommonCoresThereIsNothingToTell(Placement placement) {
    busy(placement, 1_940, 820).passes(new ClientLimit());
  }

  @Test
  void threeIterationsThatDisagreeAreNamed() {
    get()
        .scores(80.0, 100.0, 120.0)
        .fails(new Scatter(), Verdict.SUSPECT, "the 3 iterations vary by 20 %, more than 10 %");
    get().scores(95.0, 100.0, 105.0).passes(new Scatter());
    get().scores(1.0, 100.0).passes(new Scatter());
  }
}
