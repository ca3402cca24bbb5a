// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

/** How a table finds the row of a key. */
public enum Index {
  /** No index at all, as the report's table: every select looks at every row. */
  NONE("no index"),
  /** The key is the primary key. */
  PRIMARY("primary key");

  private final String label;

  Index(String label) {
    this.label = label;
  }

  /** The index in words, for charts and messages. */
  public String label() {
    return label;
  }
}
