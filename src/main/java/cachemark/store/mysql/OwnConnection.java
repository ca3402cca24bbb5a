// SPDX-License-Identifier: Apache-2.0
package cachemark.store.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One connection, made at the first need and again after it was discarded. Not thread-safe. */
final class OwnConnection implements Connector {
  private final Opener opener;
  private @Nullable Connection connection;

  OwnConnection(Opener opener) {
    this.opener = opener;
  }

  /** Makes a connection. */
  interface Opener {
    Connection open() throws SQLException;
  }

  @Override
  public Connection take() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = opener.open();
      connection = open;
    }
    return open;
  }

  @Override
  public void giveBack(Connection used) {}

  @Override
  public void discard(Connection used) {
    close();
  }

  @Override
  public void close() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        return; // it is of no use to anybody any more
      }
    }
  }
}
