// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.plan.Mode;
import cachemark.report.claims.ClaimSpec.Aside;
import java.util.List;

/** What the report claims that a server can and cannot do. */
final class ServerClaims {
  private static final String MEMCACHED = "MEMCACHED";
  private static final String REDIS = "REDIS";
  private static final String PIPELINE = "pipeline";
  private static final String CONNECTIONS = "openConnections";
  private static final String ELEMENTS = "elements";
  private static final Range FAST = Range.atLeast(100_000);

  /** Five times what the report says that memcached bears, and more. */
  private static final Range FAR_BEYOND = Range.atLeast(1_000);

  /** Lists must be so long to show whether time grows with them. */
  private static final int LONG_LIST = 10_000;

  /** A longer list takes longer. */
  private static final Range GROWS = Range.FASTER;

  /** How fast a server is. */
  static final List<ClaimSpec> SPEED = List.of(oneByOne(), pipelined());

  /** What else it can do. */
  static final List<ClaimSpec> ABILITIES =
      List.of(atomic(), connections(), capacity(), blockingDelete(), longLists());

  private ServerClaims() {}

  private static ClaimSpec oneByOne() {
    return new ClaimSpec(
        "C14a",
        "Redis sustains more than 100 000 reads or writes a second, one request at a time on each"
            + " connection.",
        List.of(
            new Part(
                "the faster of reads and writes",
                new BestRate(pipeline(REDIS).with(PIPELINE, "1")),
                FAST)),
        List.of(new Aside("memcached", new BestRate(pipeline(MEMCACHED).with(PIPELINE, "1")))),
        "Each connection waits for its answer before it asks again, and client and server share"
            + " this machine's cores.");
  }

  private static ClaimSpec pipelined() {
    return new ClaimSpec(
        "C14b",
        "Redis sustains more than 100 000 reads or writes a second, pipelined.",
        List.of(
            new Part(
                "the faster of reads and writes",
                new BestRate(pipeline(REDIS).with(PIPELINE, Range.atLeast(2))),
                FAST)),
        List.of(
            new Aside(
                "memcached", new BestRate(pipeline(MEMCACHED).with(PIPELINE, Range.atLeast(2))))),
        "Client and server share this machine's cores.");
  }

  private static Slice pipeline(String store) {
    return Slice.today("C14").in(Mode.THROUGHPUT).with(Traits.STORE, store);
  }

  private static ClaimSpec atomic() {
    Slice redis = Slice.today("C17").with(Traits.STORE, REDIS);
    return new ClaimSpec(
        "C17",
        "Operations of Redis are atomic, also several combined.",
        List.of(
            // Over one connection nothing would be concurrent.
            new Part(
                "increments that are missing in the sum",
                new Count(
                    redis
                        .with(Traits.BENCHMARK, "AtomicityBenchmark.increment")
                        .with("connections", "KEPT", "PER_OP"),
                    Event.LOST_UPDATE),
                Range.NONE),
            new Part(
                "reads that saw a pair torn which MULTI wrote",
                new Count(
                    redis.with(Traits.BENCHMARK, "AtomicityBenchmark.pairTogether"),
                    Event.TORN_READ),
                Range.NONE)),
        List.of(
            new Aside(
                "for comparison, torn reads of pairs written without MULTI",
                new Count(
                    redis.with(Traits.BENCHMARK, "AtomicityBenchmark.pairApart"),
                    Event.TORN_READ))),
        "");
  }

  private static ClaimSpec connections() {
    Slice memcached = Slice.today("C18").with(Traits.STORE, MEMCACHED);
    return new ClaimSpec(
        "C18",
        "memcached's simultaneous connections are, conservatively, about 200.",
        List.of(
            new Part(
                "connections without answer, of up to 200",
                new Count(
                    memcached.with(CONNECTIONS, Range.atMost(200)), Event.UNANSWERED_CONNECTION),
                Range.NONE),
            new Part(
                "connections without answer, of 1,000 or more",
                new Count(memcached.with(CONNECTIONS, FAR_BEYOND), Event.UNANSWERED_CONNECTION),
                Range.SOME)),
        List.of(
            new Aside(
                "Redis, of 1,000 or more",
                new Count(
                    Slice.today("C18").with(Traits.STORE, REDIS).with(CONNECTIONS, FAR_BEYOND),
                    Event.UNANSWERED_CONNECTION))),
        "The number can be set, as the report says itself; cachemark sets it to 12,000.");
  }

  private static ClaimSpec capacity() {
    return new ClaimSpec(
        "C19",
        "One memcached process manages at most 2 GB.",
        List.of(
            new Part(
                "GiB of values that it held when filled with more",
                new HeldGibibytes(Slice.today("C19").with("megabytes", Range.atLeast(2_049))),
                Range.atMost(2))),
        List.of(),
        "A memcached of today holds what it is allowed to.");
  }

  private static ClaimSpec blockingDelete() {
    Slice delete = Slice.today("C20").with("command", "DELETE_WITH_TIME");
    return new ClaimSpec(
        "C20",
        "A delete with a time keeps the key blocked for that time.",
        List.of(
            new Part("deletes that were refused", new Count(delete, Event.REFUSAL), Range.NONE),
            new Part(
                "keys that could be added again at once",
                new Count(delete, Event.STORED),
                Range.NONE)),
        List.of(),
        "memcached has dropped the time: 1.6.18 refuses it, 1.6.45 takes it and ignores it.");
  }

  private static ClaimSpec longLists() {
    Slice lists = Slice.today("C21").with(Traits.STORE, REDIS);
    return new ClaimSpec(
        "C21",
        "LINDEX costs O(n).",
        List.of(
            new Part(
                "time of LINDEX, longest list over shortest",
                new Growth(lists.with("command", "LINDEX"), ELEMENTS, LONG_LIST),
                GROWS)),
        List.of(
            new Aside(
                "for comparison, LRANGE of everything",
                new Growth(lists.with("command", "LRANGE"), ELEMENTS, LONG_LIST))),
        "Of short lists most of the time is the round trip.");
  }
}
