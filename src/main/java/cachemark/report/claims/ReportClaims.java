// SPDX-License-Identifier: Apache-2.0
package cachemark.report.claims;

import java.util.List;
import java.util.stream.Stream;

/** Every claim of the 2012 report, in its order. */
final class ReportClaims {
  private static final List<ClaimSpec> CLUSTER =
      List.of(
          ClaimSpec.unmeasured(
              "C11",
              "magent spreads keys over the primaries by consistent hashing, and a single backup"
                  + " has every key too."),
          ClaimSpec.unmeasured(
              "C12", "With one primary killed, reads through magent still answer everything."),
          ClaimSpec.unmeasured(
              "C13",
              "Once the killed primary is back, empty, magent reads from it and finds nothing,"
                  + " though the backup still has its keys."));
  private static final ClaimSpec REPLICA =
      ClaimSpec.unmeasured("C15", "A Redis replica has what was written to its master.");
  private static final ClaimSpec HASHING =
      ClaimSpec.unmeasured(
          "C16",
          "Two clients with the same list of servers and the same hash place every key on the same"
              + " server.");

  private ReportClaims() {}

  /** All of them, each once. */
  static List<ClaimSpec> all() {
    return Stream.of(
            CacheClaims.ALL,
            WriteClaims.ALL,
            ReadClaims.ALL,
            CLUSTER,
            ServerClaims.SPEED,
            List.of(REPLICA, HASHING),
            ServerClaims.ABILITIES)
        .flatMap(List::stream)
        .toList();
  }
}
