// SPDX-License-Identifier: Apache-2.0
package cachemark.store.mysql;

import cachemark.store.Index;
import cachemark.store.TableShape;
import java.util.Locale;

/** The suite's own schema and table, in SQL. Stateless. */
final class Schema {
  /** Nobody else's name for a schema, since it is dropped at the end. */
  static final String NAME = "cachemark";

  static final String TABLE = NAME + ".mytable";
  static final String SELECT = "SELECT val FROM " + TABLE + " WHERE num = ?";
  static final String INSERT = "INSERT INTO " + TABLE + " (num, val) VALUES (?, ?)";

  /** The most that fits into a row beside the key; longer values are kept apart from the row. */
  private static final int MAX_VARCHAR = 16_000;

  private Schema() {}

  /** One byte for each character, as was the default of the report's MySQL 5.1. */
  static String createTable(TableShape shape) {
    boolean primary = shape.index() == Index.PRIMARY;
    return String.format(
        Locale.ROOT,
        "CREATE TABLE %s (num VARCHAR(%d)%s, val %s%s) ENGINE=%s DEFAULT CHARACTER SET latin1",
        TABLE,
        TableShape.MAX_KEY_CHARS,
        primary ? " NOT NULL" : "",
        shape.valueChars() <= MAX_VARCHAR ? "VARCHAR(" + shape.valueChars() + ")" : "MEDIUMTEXT",
        primary ? ", PRIMARY KEY (num)" : "",
        shape.engine().label());
  }
}
