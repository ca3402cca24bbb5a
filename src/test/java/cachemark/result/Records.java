// SPDX-License-Identifier: Apache-2.0
package cachemark.result;

import cachemark.plan.Arm;
import cachemark.plan.Mode;
import cachemark.plan.Placement;
import cachemark.plan.Plans;
import cachemark.plan.Prices;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records for tests in which every field differs from every other and from its default. */
public final class Records {
  public static final MachineFacts MACHINE =
      new MachineFacts(
          "Some CPU @ 2 GHz, \"quoted\"",
          3,
          8L << 30,
          "performance",
          "max 100000",
          "Débian ½",
          "Linux 6.1",
          "17.0.1 Vendor",
          List.of("-Xmx512m", "-Dä=ß"));
  public static final BuildFacts BUILD = new BuildFacts("0.1.0", "abc1234", true);

  private static final Instant START = Instant.parse("2026-03-04T05:06:07.123456789Z");
  private static final ServerFacts SERVER =
      new ServerFacts(
          "memcached",
          "1.6.18",
          "local process",
          "127.0.0.1:11211",
          4711L,
          "nobody",
          List.of("/usr/bin/memcached", "-I", "2m"),
          Map.of("maxbytes", "281018368", "слово", "значение"));

  private Records() {}

  /** The head of an open run of three planned trials. */
  public static RunRecord head(String runId) {
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        runId,
        RunState.OPEN,
        START,
        null,
        -42,
        Plans.plan(Plans.experiment(List.of(1, 20), "store=MEMCACHED,REDIS", "client=LIBRARY")),
        3,
        MACHINE,
        BUILD,
        List.of(SERVER),
        Prices.ASSUMED,
        List.of(new Floor(Placement.SPLIT, Transport.UNIX, 11_200, 20_400, 79_838.5, 39_919)),
        new Overhead(1, 2_100, 1_900, 1_700, 0),
        null);
  }

  /** A trial with sampled times. */
  public static TrialRecord trial(int order) {
    return trial(order, 1234.5678901234567);
  }

  /** A trial with this score. */
  public static TrialRecord trial(int order, double score) {
    return new TrialRecord(
        Plans.cell(Mode.SAMPLE, 20, "store=REDIS", "client=LETTUCE"),
        2,
        Arm.MAIN,
        order,
        START.plusNanos(order),
        9_876,
        new ForkTime(321, 1_000, 8_000),
        "ns/op",
        List.of(
            new Iteration(true, 1e-300, List.of(), List.of()),
            new Iteration(
                false,
                score,
                List.of(0.1, 2e17, score),
                List.of(List.of(1L, 2L), List.of(Long.MAX_VALUE, 3L)))),
        Map.of("hits", 5_000_000_000L, "misses", 0L),
        Map.of("clientCpuNanos", 7L),
        Verdict.SUSPECT,
        List.of("a reason\nof two lines, \u2028 ½"));
  }
}
