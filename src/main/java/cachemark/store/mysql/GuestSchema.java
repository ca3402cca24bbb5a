// SPDX-License-Identifier: Apache-2.0
package cachemark.store.mysql;

import cachemark.store.Durability;
import cachemark.store.TableShape;
import java.util.Locale;

/**
 * Our schema on somebody else's server: made and dropped only while nothing but our own table is in
 * it, and settings of the server looked at only. Not thread-safe.
 */
final class GuestSchema {
  private final AdminSession session;
  private final Schema schema;

  GuestSchema(AdminSession session, Schema schema) {
    this.session = session;
    this.schema = schema;
  }

  void create(TableShape shape) {
    requireNothingForeign();
    session.execute("CREATE DATABASE IF NOT EXISTS " + schema.quoted());
    session.execute("DROP TABLE IF EXISTS " + schema.table());
    session.execute(schema.createTable(shape) + " COMMENT='" + Schema.MARK + "'");
  }

  void drop() {
    requireNothingForeign();
    session.execute("DROP DATABASE IF EXISTS " + schema.quoted());
  }

  /** Throws unless commits wait for this already. */
  void requireDurability(Durability asked, String setting, String value) {
    String is = session.text("SELECT @@GLOBAL." + setting);
    if (!is.equals(value)) {
      throw session.refusal(
          String.format(
              Locale.ROOT,
              "durability=%s asks for %s = %s, and there it is %s: the server's owner must set it,"
                  + " or allow it with --allow-destructive",
              asked,
              setting,
              value,
              is));
    }
  }

  /** Tables, views, routines and events that somebody else has put into a schema of our name. */
  private void requireNothingForeign() {
    String foreign =
        session.text(
            String.format(
                Locale.ROOT,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = '%1$s'"
                    + " AND NOT (table_name = '%2$s' AND table_comment = '%3$s')"
                    + " UNION ALL SELECT routine_name FROM information_schema.routines"
                    + " WHERE routine_schema = '%1$s'"
                    + " UNION ALL SELECT event_name FROM information_schema.events"
                    + " WHERE event_schema = '%1$s' LIMIT 1",
                schema.name(),
                Schema.TABLE,
                Schema.MARK));
    if (!foreign.isEmpty()) {
      throw session.refusal(
          String.format(
              Locale.ROOT,
              "the schema %s holds %s, which is not ours, so it is left as it is: choose another"
                  + " guest name",
              schema.name(),
              foreign));
    }
  }
}
