// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.report.claims.ClaimSpec.Aside;
import java.util.List;

/** What the report claims of reads from a MySQL table alone, and with a cache in front. */
final class ReadClaims {
  private static final String ALONE = "NONE";
  private static final String MEMCACHED = "MEMCACHED";
  private static final String REDIS = "REDIS";

  /** The report's "under 2000 reads", with 2000 itself. */
  private static final Range FEW_READS = Range.atMost(2_000);

  /** The report's "under 10 000 reads", with 10 000 itself. */
  private static final Range MANY_READS = Range.atMost(10_000);

  /** Batches must go so far to say something of reads in general. */
  private static final int REACH = 10_000;

  private static final int MOST_READS = 15_000;

  /** More than twice as long for each read. */
  private static final Range COLLAPSE = Range.atLeast(2);

  private static final Slice READS = Slice.report("E4").with("index", "NONE");
  private static final Slice READS_TODAY = Slice.today("E4").with("connections", "KEPT");

  static final List<ClaimSpec> ALL =
      List.of(fewReads(), manyReads(), fastestReads(), readsAlike(), mostReads());

  private ReadClaims() {}

  private static ClaimSpec fewReads() {
    Slice few = READS.with(Traits.OPERATIONS, FEW_READS);
    Slice today = READS_TODAY.with(Traits.OPERATIONS, FEW_READS);
    return new ClaimSpec(
        "C7",
        "Reads: under 2000 reads all three are alike.",
        List.of(
            new Part(
                "speed with memcached in front over the table alone",
                SpeedRatio.ofCaches(few, MEMCACHED, ALONE),
                Range.ALIKE),
            new Part(
                "speed with Redis in front over the table alone",
                SpeedRatio.ofCaches(few, REDIS, ALONE),
                Range.ALIKE),
            new Part(
                "speed with memcached in front over Redis in front",
                SpeedRatio.ofCaches(few, MEMCACHED, REDIS),
                Range.ALIKE)),
        List.of(
            new Aside(
                "today, speed with memcached in front over the table alone",
                SpeedRatio.ofCaches(today, MEMCACHED, ALONE)),
            new Aside(
                "today, speed with Redis in front over the table alone",
                SpeedRatio.ofCaches(today, REDIS, ALONE))),
        "Every read logs in to the database, with a cache too; what a cache saves is the select,"
            + " which looks at every row of a table without index.");
  }

  private static ClaimSpec manyReads() {
    return new ClaimSpec(
        "C8",
        "Reads: as their number grows MySQL alone collapses; with a cache in front the time stays"
            + " steady under 10 000.",
        List.of(
            new Part(
                "time per read of the table alone, largest batch over smallest",
                growth(READS.with(Traits.CACHE, ALONE)),
                COLLAPSE),
            new Part(
                "time per read with a cache in front, largest batch up to 10,000 over smallest",
                growth(
                    READS.with(Traits.CACHE, MEMCACHED, REDIS).with(Traits.OPERATIONS, MANY_READS)),
                Range.STEADY)),
        List.of(
            new Aside(
                "today, time per read of the table alone, largest batch over smallest",
                growth(READS_TODAY.with(Traits.CACHE, ALONE)))),
        "A select looks at every row of a table without index, and a login for every read hides"
            + " part of that; with a primary key it looks at one.");
  }

  private static Growth growth(Slice slice) {
    return new Growth(slice, Traits.OPERATIONS, REACH);
  }

  private static SpeedRatio far(Slice slice, String first, String second) {
    return SpeedRatio.ofCaches(slice, first, second).reaching(REACH);
  }

  private static ClaimSpec fastestReads() {
    return new ClaimSpec(
        "C9",
        "Reads: memcached in front is the fastest of the three.",
        List.of(
            new Part(
                "speed with memcached in front over the table alone",
                far(READS, MEMCACHED, ALONE),
                Range.FASTER),
            new Part(
                "speed with memcached in front over Redis in front",
                far(READS, MEMCACHED, REDIS),
                Range.FASTER)),
        List.of(
            new Aside(
                "today, speed with memcached in front over the table alone",
                far(READS_TODAY, MEMCACHED, ALONE)),
            new Aside(
                "today, speed with memcached in front over Redis in front",
                far(READS_TODAY, MEMCACHED, REDIS))),
        "Every read logs in to the database, and beside that it matters little which cache"
            + " answers.");
  }

  private static ClaimSpec readsAlike() {
    Range under = Range.atMost(MOST_READS - 1);
    return new ClaimSpec(
        "C10a",
        "Reads: under 15 000 reads both caches in front perform alike.",
        List.of(
            new Part(
                "speed with memcached in front over Redis in front",
                far(READS.with(Traits.OPERATIONS, under), MEMCACHED, REDIS),
                Range.ALIKE)),
        List.of(
            new Aside(
                "today, speed with memcached in front over Redis in front",
                far(READS_TODAY.with(Traits.OPERATIONS, under), MEMCACHED, REDIS))),
        "The report says both this and that memcached in front is the fastest.");
  }

  private static ClaimSpec mostReads() {
    return new ClaimSpec(
        "C10b",
        "Reads: beyond 15 000 reads Redis in front degrades more than memcached in front.",
        List.of(
            new Part(
                "growth of the time per read from 15,000 on, Redis over memcached",
                new GrowthRatio(
                    READS.with(Traits.OPERATIONS, Range.atLeast(MOST_READS)), REDIS, MEMCACHED),
                Range.FASTER)),
        List.of(),
        "Both caches hold all rows in memory here; the report's machine had 2 GB for all"
            + " servers.");
  }
}
