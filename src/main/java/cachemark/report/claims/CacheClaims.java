// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.report.claims.ClaimSpec.Aside;
import java.util.List;

/** What the report claims of memcached and Redis by themselves, by one thread and by many. */
final class CacheClaims {
  private static final String MEMCACHED = "MEMCACHED";
  private static final String REDIS = "REDIS";
  private static final String CONNECTING =
      "Most of an operation is its connection, which takes as long with either server.";
  private static final String SET = "ConcurrencyBenchmark.setBatch";
  private static final String GET = "ConcurrencyBenchmark.getBatch";

  /** Where the report sees connections of Redis fail. */
  private static final int MANY = 10;

  /** One thread alone is no concurrency; that is the matter of C1. */
  private static final Range FEW_THREADS = new Range(2, MANY);

  private static final Range MANY_THREADS = Range.atLeast(MANY + 1);
  private static final Range SEVERAL_THREADS = Range.atLeast(2);

  static final List<ClaimSpec> ALL =
      List.of(singleThread(), steadyThreads(), fewThreads(), failingConnections());

  private CacheClaims() {}

  private static ClaimSpec singleThread() {
    return new ClaimSpec(
        "C1",
        "One thread, same number of operations: memcached writes and reads faster than Redis, both"
            + " steady, no failed connection.",
        List.of(
            new Part("speed of memcached over Redis, writes", memcached("E1w"), Range.FASTER),
            new Part("speed of memcached over Redis, reads", memcached("E1r"), Range.FASTER),
            new Part(
                "time per operation, largest batch over smallest",
                Growth.overOperations(Slice.report("E1w", "E1r")),
                Range.STEADY),
            new Part(
                "failed connections",
                new Count(Slice.report("E1w", "E1r"), Event.FAILED_CONNECTION),
                Range.NONE)),
        List.of(
            new Aside(
                "today, speed of memcached over Redis, writes",
                SpeedRatio.ofStores(Slice.today("E1w"), MEMCACHED, REDIS)),
            new Aside(
                "today, speed of memcached over Redis, reads",
                SpeedRatio.ofStores(Slice.today("E1r"), MEMCACHED, REDIS))),
        CONNECTING);
  }

  private static SpeedRatio memcached(String experiment) {
    return SpeedRatio.ofStores(Slice.report(experiment), MEMCACHED, REDIS);
  }

  private static ClaimSpec steadyThreads() {
    Slice report = Slice.report("E2w", "E2r").with(Traits.STORE, MEMCACHED);
    Slice today = Slice.today("E2w", "E2r").with(Traits.STORE, MEMCACHED);
    return new ClaimSpec(
        "C2",
        "With threads memcached stays steady, and its read and write times are close.",
        List.of(
            new Part(
                "time per operation over all threads, most threads over fewest",
                new Growth(report, Traits.THREADS, MANY + 1),
                Range.STEADY),
            new Part("speed of get over set", getOverSet(report), Range.ALIKE),
            new Part("failed connections", new Count(report, Event.FAILED_CONNECTION), Range.NONE)),
        List.of(
            new Aside(
                "today, time per operation over all threads, most threads over fewest",
                new Growth(today, Traits.THREADS, MANY + 1)),
            new Aside("today, speed of get over set", getOverSet(today))),
        "The threads share this machine's cores with memcached, so they wait for each other too.");
  }

  private static SpeedRatio getOverSet(Slice slice) {
    return new SpeedRatio(slice, Traits.BENCHMARK, GET, SET, 0);
  }

  private static ClaimSpec fewThreads() {
    return new ClaimSpec(
        "C3",
        "With few threads Redis is faster than memcached.",
        List.of(
            new Part(
                "speed of Redis over memcached, writes by 2 to 10 threads",
                redis(Slice.report("E2w").with(Traits.THREADS, FEW_THREADS)),
                Range.FASTER),
            new Part(
                "speed of Redis over memcached, reads by 2 to 10 threads",
                redis(Slice.report("E2r").with(Traits.THREADS, FEW_THREADS)),
                Range.FASTER)),
        List.of(
            new Aside(
                "with more threads",
                redis(Slice.report("E2w", "E2r").with(Traits.THREADS, MANY_THREADS))),
            new Aside(
                "today, 2 threads or more",
                redis(Slice.today("E2w", "E2r").with(Traits.THREADS, SEVERAL_THREADS)))),
        CONNECTING);
  }

  private static SpeedRatio redis(Slice slice) {
    return SpeedRatio.ofStores(slice, REDIS, MEMCACHED);
  }

  private static ClaimSpec failingConnections() {
    Slice many = Slice.report("E2w", "E2r").with(Traits.THREADS, MANY_THREADS);
    return new ClaimSpec(
        "C4",
        "Past 10 threads connections to Redis become unstable and fail.",
        List.of(
            new Part(
                "failed connections to Redis, more than 10 threads",
                new Count(many.with(Traits.STORE, REDIS), Event.FAILED_CONNECTION),
                Range.SOME)),
        List.of(
            new Aside(
                "failed connections to memcached, more than 10 threads",
                new Count(many.with(Traits.STORE, MEMCACHED), Event.FAILED_CONNECTION))),
        "cachemark lets its Redis have 12,000 clients, and 1,024 that wait to be accepted; what the"
            + " report's allowed is lost with its pictures.");
  }
}
