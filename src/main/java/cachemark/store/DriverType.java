// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

/** The JDBC driver between the benchmark and the database. */
public enum DriverType {
  /** MySQL's own. */
  CONNECTOR_J("Connector/J"),
  /** MariaDB's, which speaks to MySQL too. */
  MARIADB_CONNECTOR("MariaDB Connector/J");

  private final String label;

  DriverType(String label) {
    this.label = label;
  }

  /** The name as people write it, for charts and messages. */
  public String label() {
    return label;
  }
}
