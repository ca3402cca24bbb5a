// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

/** What a commit waits for; a table without transactions waits for neither. */
public enum Durability {
  /** The log is forced to the disk at every commit: nothing committed is ever lost. */
  FSYNC("fsync at commit"),
  /** The log is forced to the disk about once a second: a crash of the machine loses that much. */
  RELAXED("fsync once a second");

  private final String label;

  Durability(String label) {
    this.label = label;
  }

  /** The promise in words, for charts and messages. */
  public String label() {
    return label;
  }
}
