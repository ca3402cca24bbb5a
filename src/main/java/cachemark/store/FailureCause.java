// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

/** Why an operation failed; the first five are of the connection, two of them our own machine's. */
public enum FailureCause {
  /** Nobody listens, or the listener's backlog rejected us. */
  REFUSED,
  /** No connection within {@link Timeouts#connect()}. */
  CONNECT_TIMEOUT,
  /** An established connection was closed or reset under us. */
  LOST,
  /** This machine ran out of local ports (EADDRNOTAVAIL): the client's limit, not the server's. */
  CLIENT_PORTS,
  /** This process ran out of file descriptors (EMFILE): the client's limit, not the server's. */
  CLIENT_FILES,
  /** No answer within {@link Timeouts#answer()}. */
  ANSWER_TIMEOUT,
  /** The server answered that it would not or could not do it. */
  SERVER_ERROR,
  /** The server answered something that its protocol does not allow here. */
  PROTOCOL;

  /** Whether the operation failed because a connection could not be had or kept. */
  public boolean isConnection() {
    return switch (this) {
      case REFUSED, CONNECT_TIMEOUT, LOST, CLIENT_PORTS, CLIENT_FILES -> true;
      case ANSWER_TIMEOUT, SERVER_ERROR, PROTOCOL -> false;
    };
  }
}
