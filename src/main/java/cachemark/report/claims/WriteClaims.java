// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import cachemark.report.claims.ClaimSpec.Aside;
import java.util.List;

/** What the report claims of writes to a MySQL table alone, and with a cache to be kept up. */
final class WriteClaims {
  private static final String ALONE = "NONE";
  private static final String MEMCACHED = "MEMCACHED";
  private static final String REDIS = "REDIS";

  /** "A little over twice as long". */
  private static final Range A_LITTLE_OVER_TWICE = new Range(1.8, 3);

  private static final Slice WRITES = Slice.report("E3").with("index", "NONE");
  private static final Slice WRITES_TODAY = Slice.today("E3").with("connections", "KEPT");

  static final List<ClaimSpec> ALL = List.of(writesAlone(), writesBehindRedis());

  private WriteClaims() {}

  private static ClaimSpec writesAlone() {
    return new ClaimSpec(
        "C5",
        "Writes: MySQL alone is fastest and steady; with a cache in front a write takes a little"
            + " over twice as long.",
        List.of(
            new Part(
                "speed of the table alone over memcached in front",
                SpeedRatio.ofCaches(WRITES, ALONE, MEMCACHED),
                Range.FASTER),
            new Part(
                "speed of the table alone over Redis in front",
                SpeedRatio.ofCaches(WRITES, ALONE, REDIS),
                Range.FASTER),
            new Part(
                "time per write of the table alone, largest batch over smallest",
                Growth.overOperations(WRITES.with(Traits.CACHE, ALONE)),
                Range.STEADY),
            new Part(
                "time with memcached in front over time alone",
                SpeedRatio.ofCaches(WRITES, ALONE, MEMCACHED),
                A_LITTLE_OVER_TWICE),
            new Part(
                "time with Redis in front over time alone",
                SpeedRatio.ofCaches(WRITES, ALONE, REDIS),
                A_LITTLE_OVER_TWICE)),
        List.of(
            new Aside(
                "today, time with memcached in front over time alone",
                SpeedRatio.ofCaches(WRITES_TODAY, ALONE, MEMCACHED)),
            new Aside(
                "today, time with Redis in front over time alone",
                SpeedRatio.ofCaches(WRITES_TODAY, ALONE, REDIS))),
        "A cache adds a look-up and a set to the login and the insert; how much that is depends on"
            + " what a login costs.");
  }

  private static ClaimSpec writesBehindRedis() {
    return new ClaimSpec(
        "C6",
        "Writes: Redis in front is slightly faster than memcached in front.",
        List.of(
            new Part(
                "speed with Redis in front over memcached in front",
                SpeedRatio.ofCaches(WRITES, REDIS, MEMCACHED),
                Range.FASTER)),
        List.of(
            new Aside(
                "today, speed with Redis in front over memcached in front",
                SpeedRatio.ofCaches(WRITES_TODAY, REDIS, MEMCACHED))),
        "The report's Redis was on localhost and its memcached behind the machine's network"
            + " address; here both are on loopback.");
  }
}
