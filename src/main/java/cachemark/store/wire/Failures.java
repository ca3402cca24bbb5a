// SPDX-License-Identifier: Apache-2.0
package cachemark.store.wire;

import cachemark.store.Endpoint;
import cachemark.store.FailureCause;
import cachemark.store.StoreException;
import java.io.IOException;
import java.net.BindException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;

/**
 * What an exception of the network means for a store, in the words of {@link FailureCause}.
 *
 * <p>The JDK tells some causes apart by the operating system's message alone, which Linux gives in
 * English. Stateless but for the endpoint that messages name.
 */
public final class Failures {
  private final Endpoint endpoint;

  /** Failures of a client of {@code endpoint}. */
  public Failures(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** The failure of an attempt to connect. */
  public StoreException ofConnecting(Throwable e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof BindException || message.contains("Cannot assign requested address")) {
      return of(FailureCause.CLIENT_PORTS, "no local port is free", e);
    }
    if (message.contains("Too many open files")) {
      return of(FailureCause.CLIENT_FILES, "too many open files", e);
    }
    if (e instanceof SSLException && message.contains("timed out")) {
      return of(FailureCause.CONNECT_TIMEOUT, Tls.TOO_LATE, e);
    }
    if (e instanceof SocketTimeoutException || message.contains("timed out")) {
      return of(FailureCause.CONNECT_TIMEOUT, "connecting took too long", e);
    }
    if (message.contains("reset")) {
      return of(FailureCause.LOST, "the connection was reset", e);
    }
    TlsFault fault = TlsFault.of(e);
    return fault == null
        ? of(FailureCause.REFUSED, "cannot connect", e)
        : of(FailureCause.PROTOCOL, fault.words(), e);
  }

  /** The failure of a read or a write on an established connection. */
  public StoreException ofExchange(IOException e) {
    return e instanceof SocketTimeoutException
        ? of(FailureCause.ANSWER_TIMEOUT, "no answer in time", e)
        : of(FailureCause.LOST, "the connection was lost", e);
  }

  /** The failure of a server that does not let us in with our account. */
  public StoreException ofLogin(Throwable e) {
    return of(FailureCause.SERVER_ERROR, "the login was refused", e);
  }

  /** The failure of a server that neither took nor answered a request in time. */
  public StoreException ofSilence() {
    return of(FailureCause.ANSWER_TIMEOUT, "no answer in time");
  }

  /** A failure for {@code reason}. */
  public StoreException of(FailureCause cause, String reason) {
    return new StoreException(cause, endpoint + ": " + reason);
  }

  /** A failure for {@code reason}, with the exception that told it. */
  public StoreException of(FailureCause cause, String reason, Throwable e) {
    return new StoreException(cause, endpoint + ": " + reason + " (" + e.getMessage() + ")", e);
  }
}
