// SPDX-License-Identifier: Apache-2.0
package cachemark;

import cachemark.store.Access;
import cachemark.store.Credentials;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** SQL as the owner of a test's database sends it, without TLS. */
public final class Sql {
  private Sql() {}

  /** Does statements, one after the other. */
  public static void execute(Access owner, String... statements) {
    try (Connection connection = connect(owner);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of every row. */
  public static List<String> column(Access owner, String sql) {
    try (Connection connection = connect(owner);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> column = new ArrayList<>();
      while (rows.next()) {
        column.add(rows.getString(1));
      }
      return column;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connect(Access owner) throws SQLException {
    Credentials account = owner.credentials();
    return DriverManager.getConnection(
        "jdbc:mysql://" + owner.endpoint() + "/?sslMode=DISABLED&allowPublicKeyRetrieval=true",
        account.user(),
        account.password());
  }
}
