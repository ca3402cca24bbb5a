// SPDX-License-Identifier: Apache-2.0
package cachemark.store.mysql;

import java.sql.Connection;
import java.sql.SQLException;

/** Where a store gets the connection for a statement. As thread-safe as the store. */
interface Connector {
  /** A connection that is logged in. */
  Connection take() throws SQLException;

  /** Takes back a connection that did its work. */
  void giveBack(Connection connection);

  /** Takes back a connection that can no longer be relied on. */
  void discard(Connection connection);

  /** Ends the connections that are this store's alone; may be called twice. */
  void close();
}
