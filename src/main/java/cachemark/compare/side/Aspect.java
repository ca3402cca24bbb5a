// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.side;

import java.util.Locale;

/** What two sides must share to be compared, unless it is meant to differ. */
public enum Aspect {
  /** Java and its flags. */
  JDK,
  /** The servers: versions, settings, how they were started. */
  SERVER,
  /** The client library of each cell. */
  CLIENT,
  /** The machine. */
  HOST,
  /** The cores of client and servers, of each cell. */
  PLACEMENT,
  /** The plan's profile, and how long each cell is measured. */
  PROFILE;

  /** The name as in {@code --across}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
