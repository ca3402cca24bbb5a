// SPDX-License-Identifier: Apache-2.0
package cachemark.drill;

/**
 * The servers of a subject, numbered from 0: the primaries, then the backups.
 *
 * @param primaries that share the keys, 1 or more
 * @param backups that hold what a primary holds, 0 or 1
 */
public record Layout(int primaries, int backups) {
  public Layout {
    if (primaries < 1 || backups < 0 || backups > 1) {
      throw new IllegalArgumentException(primaries + " primaries and " + backups + " backups");
    }
  }

  /** How many servers there are. */
  public int servers() {
    return primaries + backups;
  }

  /** Whether a server is a backup. */
  public boolean isBackup(int server) {
    return server >= primaries;
  }

  /** Whether both hold some key, so that both away at once may lose it. */
  public boolean arePair(int one, int other) {
    return isBackup(one) != isBackup(other);
  }
}
