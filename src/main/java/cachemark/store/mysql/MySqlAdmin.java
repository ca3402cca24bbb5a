// SPDX-License-Identifier: Apache-2.0
package cachemark.store.mysql;

import cachemark.store.Access;
import cachemark.store.DriverType;
import cachemark.store.Durability;
import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.RowStoreAdmin;
import cachemark.store.ServerCounters;
import cachemark.store.TableShape;
import cachemark.store.Timeouts;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Making, filling and emptying the table, and what the server says of itself. Not thread-safe. */
public final class MySqlAdmin implements RowStoreAdmin {
  /** Settings that name this machine or hold a secret. */
  private static final Set<String> LEFT_OUT = Set.of("hostname", "report_host", "report_user");

  private static final String AT_COMMIT = "innodb_flush_log_at_trx_commit";

  private final Schema schema;
  private final AdminSession session;
  private final @Nullable GuestSchema guest;

  /** An admin of the server that {@code access} leads to, not yet connected. */
  public MySqlAdmin(Access access, Timeouts timeouts) {
    this.schema = Schema.of(access);
    this.session = new AdminSession(new Login(DriverType.CONNECTOR_J, access, timeouts));
    this.guest = access.guest() == null ? null : new GuestSchema(session, schema);
  }

  @Override
  public String version() {
    return session.text("SELECT VERSION()");
  }

  @Override
  public void create(TableShape shape) {
    if (guest != null) {
      guest.create(shape);
      return;
    }
    session.execute("CREATE DATABASE IF NOT EXISTS " + schema.quoted());
    session.execute("DROP TABLE IF EXISTS " + schema.table());
    session.execute(schema.createTable(shape));
  }

  @Override
  public void setDurability(Durability durability) {
    String atCommit = durability == Durability.FSYNC ? "1" : "2";
    if (guest != null) {
      guest.requireDurability(durability, AT_COMMIT, atCommit);
      return;
    }
    session.execute("SET GLOBAL " + AT_COMMIT + " = " + atCommit);
  }

  @Override
  public void flush() {
    session.execute("TRUNCATE TABLE " + schema.table());
  }

  @Override
  public long count() {
    return Long.parseLong(session.text("SELECT COUNT(*) FROM " + schema.table()));
  }

  @Override
  public void load(Iterator<Entry> entries, Expiry expiry) {
    if (!expiry.isNever()) {
      throw new IllegalArgumentException("a row does not expire");
    }
    session.insert(schema.insert(), entries);
  }

  @Override
  public ServerCounters counters() {
    Map<String, String> status = session.pairs("SHOW GLOBAL STATUS");
    return ServerCounters.of(
        Map.of(
            "selects", number(status, "Com_select"),
            "inserts", number(status, "Com_insert"),
            "updates", number(status, "Com_update"),
            "preparedAgain", number(status, "Com_stmt_reprepare"),
            "rowsRead", rowsRead(status),
            "fsyncs", number(status, "Innodb_data_fsyncs"),
            "connections", number(status, "Connections"),
            "bytesRead", number(status, "Bytes_received"),
            "bytesWritten", number(status, "Bytes_sent")));
  }

  @Override
  public Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>(session.pairs("SHOW GLOBAL VARIABLES"));
    settings.keySet().removeIf(name -> LEFT_OUT.contains(name) || name.endsWith("password"));
    return settings;
  }

  @Override
  public void drop() {
    if (guest != null) {
      guest.drop();
      return;
    }
    session.execute("DROP DATABASE IF EXISTS " + schema.quoted());
  }

  @Override
  public void close() {
    session.close();
  }

  /**
   * MariaDB counts rows of tables; MySQL only calls to its engines, this reading's own included.
   */
  private static long rowsRead(Map<String, String> status) {
    if (status.containsKey("Rows_read")) {
      return number(status, "Rows_read");
    }
    return number(status, "Handler_read_rnd_next")
        + number(status, "Handler_read_key")
        + number(status, "Handler_read_next");
  }

  private static long number(Map<String, String> status, String name) {
    return Long.parseLong(status.getOrDefault(name, "0"));
  }
}
