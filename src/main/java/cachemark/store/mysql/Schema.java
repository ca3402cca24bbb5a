// SPDX-License-Identifier: Apache-2.0
package cachemark.store.mysql;

import cachemark.store.Access;
import cachemark.store.Index;
import cachemark.store.TableShape;
import java.util.Locale;

/**
 * The suite's own schema and table on a server, in SQL. Immutable and thread-safe.
 *
 * @param name of the schema, as it is
 * @param quoted the same as SQL takes it
 */
record Schema(String name, String quoted) {
  /** Nobody else's name for a schema on a server of ours, since it is dropped at the end. */
  private static final String OWN = "cachemark";

  /** The table's name within its schema. */
  static final String TABLE = "mytable";

  /** What the table of a guest bears, so that the next can tell whose it is. */
  static final String MARK = "made and dropped by cachemark";

  /** The most that fits into a row beside the key; longer values are kept apart from the row. */
  private static final int MAX_VARCHAR = 16_000;

  /** The schema of ours on the server that {@code access} leads to. */
  static Schema of(Access access) {
    String guest = access.guest();
    return guest == null ? new Schema(OWN, OWN) : new Schema(guest, "`" + guest + "`");
  }

  String table() {
    return quoted + "." + TABLE;
  }

  String select() {
    return "SELECT val FROM " + table() + " WHERE num = ?";
  }

  String insert() {
    return "INSERT INTO " + table() + " (num, val) VALUES (?, ?)";
  }

  String update() {
    return "UPDATE " + table() + " SET val = ? WHERE num = ?";
  }

  /** One byte for each character, as was the default of the report's MySQL 5.1. */
  String createTable(TableShape shape) {
    boolean primary = shape.index() == Index.PRIMARY;
    return String.format(
        Locale.ROOT,
        "CREATE TABLE %s (num VARCHAR(%d)%s, val %s%s) ENGINE=%s DEFAULT CHARACTER SET latin1",
        table(),
        TableShape.MAX_KEY_CHARS,
        primary ? " NOT NULL" : "",
        shape.valueChars() <= MAX_VARCHAR ? "VARCHAR(" + shape.valueChars() + ")" : "MEDIUMTEXT",
        primary ? ", PRIMARY KEY (num)" : "",
        shape.engine().label());
  }
}
