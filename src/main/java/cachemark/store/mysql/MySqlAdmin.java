// SPDX-License-Identifier: Apache-2.0
package cachemark.store.mysql;

import cachemark.store.Credentials;
import cachemark.store.Durability;
import cachemark.store.Endpoint;
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

/** Making, filling and emptying the table, and what the server says of itself. Not thread-safe. */
public final class MySqlAdmin implements RowStoreAdmin {
  /** Settings that name this machine or hold a secret. */
  private static final Set<String> LEFT_OUT = Set.of("hostname", "report_host", "report_user");

  private final AdminSession session;

  /** An admin of the server at {@code endpoint}, not yet connected. */
  public MySqlAdmin(Endpoint endpoint, Credentials credentials, Timeouts timeouts) {
    this.session = new AdminSession(new Login(endpoint, credentials, timeouts));
  }

  @Override
  public String version() {
    return session.text("SELECT VERSION()");
  }

  @Override
  public void create(TableShape shape) {
    session.execute("CREATE DATABASE IF NOT EXISTS " + Schema.NAME);
    session.execute("DROP TABLE IF EXISTS " + Schema.TABLE);
    session.execute(Schema.createTable(shape));
  }

  @Override
  public void setDurability(Durability durability) {
    int atCommit = durability == Durability.FSYNC ? 1 : 2;
    session.execute("SET GLOBAL innodb_flush_log_at_trx_commit = " + atCommit);
  }

  @Override
  public void flush() {
    session.execute("TRUNCATE TABLE " + Schema.TABLE);
  }

  @Override
  public long count() {
    return Long.parseLong(session.text("SELECT COUNT(*) FROM " + Schema.TABLE));
  }

  @Override
  public void load(Iterator<Entry> entries, Expiry expiry) {
    if (!expiry.isNever()) {
      throw new IllegalArgumentException("a row does not expire");
    }
    session.insert(entries);
  }

  @Override
  public ServerCounters counters() {
    Map<String, String> status = session.pairs("SHOW GLOBAL STATUS");
    return ServerCounters.of(
        Map.of(
            "selects", number(status, "Com_select"),
            "inserts", number(status, "Com_insert"),
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
    session.execute("DROP DATABASE IF EXISTS " + Schema.NAME);
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
