// SPDX-License-Identifier: Apache-2.0
package cachemark.store.mysql;

import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import cachemark.store.wire.Failures;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an exception of JDBC means for a store. Stateless but for the endpoint messages name. */
final class SqlFailures {
  private static final int TOO_MANY_CONNECTIONS = 1040;

  /** Shutdown in progress; query interrupted; connection killed, as MySQL and as MariaDB say it. */
  private static final Set<Integer> ENDED_BY_SERVER = Set.of(1053, 1317, 1927);

  /** No chain is longer, unless it goes round in a circle. */
  private static final int MAX_CAUSES = 20;

  private static final String CONNECTION_STATE = "08";

  /** What the driver says, by its message alone, of a server that offers no TLS. */
  private static final String WITHOUT_TLS = "SSL Connection required";

  private final Failures failures;
  private final long answerNanos;

  /** Failures of connections that are made as {@code login} says. */
  SqlFailures(Login login) {
    this.failures = new Failures(login.endpoint());
    this.answerNanos = login.timeouts().answer().toNanos();
  }

  /** The failure of a login. */
  StoreException ofConnecting(SQLException e) {
    SQLException told = deepest(e);
    IOException network = network(e);
    if (network != null) {
      return failures.ofConnecting(network);
    }
    if (String.valueOf(told.getMessage()).startsWith(WITHOUT_TLS)) {
      return failures.of(FailureCause.PROTOCOL, "no TLS with this port", told);
    }
    if (told.getErrorCode() == TOO_MANY_CONNECTIONS) {
      return failures.of(FailureCause.REFUSED, "cannot connect", told);
    }
    return told instanceof SQLTransientConnectionException
        ? failures.of(FailureCause.CONNECT_TIMEOUT, "no connection of the pool was free", told)
        : failures.ofLogin(told);
  }

  /**
   * The failure of a statement.
   *
   * @param tookNanos from its beginning to the exception: the driver hides a timeout behind what
   *     then goes wrong as it cleans up
   */
  StoreException ofStatement(SQLException e, long tookNanos) {
    SQLException told = deepest(e);
    IOException network = network(e);
    boolean lost = network != null || isConnectionLost(told);
    if (lost && tookNanos >= answerNanos) {
      return failures.of(FailureCause.ANSWER_TIMEOUT, "no answer in time", told);
    }
    if (network != null) {
      return failures.ofExchange(network);
    }
    return lost
        ? failures.of(FailureCause.LOST, "the connection was lost", told)
        : failures.of(FailureCause.SERVER_ERROR, "the server refused", told);
  }

  /** A failure for {@code reason}. */
  StoreException of(FailureCause cause, String reason) {
    return failures.of(cause, reason);
  }

  private static boolean isConnectionLost(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith(CONNECTION_STATE) || ENDED_BY_SERVER.contains(e.getErrorCode());
  }

  /** The exception of the network at the bottom of it, or null if it is none of the network. */
  private static @Nullable IOException network(SQLException e) {
    return causes(e)
        .filter(IOException.class::isInstance)
        .map(IOException.class::cast)
        .reduce((upper, lower) -> lower)
        .orElse(null);
  }

  /** The one nearest to what happened: the pool and the driver wrap what they pass on. */
  private static SQLException deepest(SQLException e) {
    return causes(e)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .reduce((upper, lower) -> lower)
        .orElse(e);
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES);
  }
}
