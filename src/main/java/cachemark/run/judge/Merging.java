// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import cachemark.plan.Axis;
import cachemark.store.ClientType;
import cachemark.store.Connections;
import java.util.Set;

/**
 * The libraries of memcached ask once for a key that several of their threads want at the same
 * time, and give the answer to all of them: the server counts fewer gets than there were, never
 * more, and at least one for as many as there are threads. In a batch every thread has keys of its
 * own, so there every get arrives.
 */
final class Merging {
  private static final Set<String> MERGERS =
      Set.of(ClientType.XMEMCACHED.name(), ClientType.SPYMEMCACHED.name());

  private Merging() {}

  /** The tally of gets, or of hits, as merging leaves it. */
  static Tally of(Evidence evidence, Tally tally) {
    return happens(evidence) ? tally.shared(evidence.cell().threads()) : tally;
  }

  private static boolean happens(Evidence evidence) {
    return MERGERS.contains(evidence.param(Axis.CLIENT))
        && evidence.connects(Connections.SHARED)
        && evidence.cell().threads() > 1
        && !evidence.isBatch();
  }
}
