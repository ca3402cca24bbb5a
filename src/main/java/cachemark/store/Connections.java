// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

/** How threads and connections go together. */
public enum Connections {
  /** One TCP connect for every operation, as the report's scripts did. */
  PER_OP("a connection per operation"),
  /** One connection for each thread, kept open. */
  KEPT("one kept connection per thread"),
  /** One client for all threads. */
  SHARED("one client shared by all threads");

  private final String label;

  Connections(String label) {
    this.label = label;
  }

  /** The way in words, for charts and messages. */
  public String label() {
    return label;
  }
}
