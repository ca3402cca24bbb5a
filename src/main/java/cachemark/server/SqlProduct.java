// SPDX-License-Identifier: Apache-2.0
package cachemark.server;

import java.util.Locale;

/** Whose server it is that speaks MySQL's protocol. */
public enum SqlProduct {
  MYSQL("MySQL"),
  MARIADB("MariaDB");

  private final String label;

  SqlProduct(String label) {
    this.label = label;
  }

  /** Tells it from what {@code --version} prints or {@code SELECT VERSION()} answers. */
  public static SqlProduct ofVersion(String version) {
    return version.toLowerCase(Locale.ROOT).contains("mariadb") ? MARIADB : MYSQL;
  }

  /** The name as people write it. */
  public String label() {
    return label;
  }
}
