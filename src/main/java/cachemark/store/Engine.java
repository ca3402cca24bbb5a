// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

/** The storage engine of a table. */
public enum Engine {
  /** Transactions and row locks; the default of today. */
  INNODB("InnoDB"),
  /** Neither transactions nor row locks; the default of the report's MySQL 5.1. */
  MYISAM("MyISAM");

  private final String label;

  Engine(String label) {
    this.label = label;
  }

  /** The name as people write it, for charts and for SQL. */
  public String label() {
    return label;
  }
}
