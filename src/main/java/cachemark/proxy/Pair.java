// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import org.jspecify.annotations.Nullable;

/**
 * The two servers of a key.
 *
 * @param backup null if there are no backups
 */
record Pair(Server primary, @Nullable Server backup) {
  /**
   * The server whose memory counts: one that is up, the primary first; else the one that has been
   * cold for longer, which the other is going to be brought up to date from; null if both are away.
   */
  @Nullable Server truth() {
    if (primary.isUp() || backup == null) {
      return primary.isHolding() ? primary : null;
    }
    if (backup.isUp()) {
      return backup;
    }
    if (primary.isHolding() && backup.isHolding()) {
      return primary.since() <= backup.since() ? primary : backup;
    }
    return primary.isHolding() ? primary : backup.isHolding() ? backup : null;
  }

  /** The one that is not this one, or null if there is none. */
  @Nullable Server other(Server server) {
    return server == primary ? backup : primary;
  }
}
