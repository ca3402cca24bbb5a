// SPDX-License-Identifier: Apache-2.0
package cachemark.store.wire;

import cachemark.store.Endpoint;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * TLS over a connected socket: the server shows a certificate for its host name, signed by somebody
 * whom the JVM trusts. Stateless.
 */
final class Tls {
  /** The rule of RFC 2818 for names in certificates, which is not of HTTP alone. */
  private static final String NAMES_OF = "HTTPS";

  static final String TOO_LATE = "no TLS handshake in time: does this port speak TLS?";

  private Tls() {}

  /**
   * Shakes hands over {@code plain} and returns what speaks TLS over it; to end both, close {@code
   * plain}, which waits for nobody.
   *
   * @throws SocketTimeoutException if the hands are not shaken at {@code deadlineNanos}
   * @throws SSLException if the server does not speak TLS or shows no good certificate
   */
  static Socket over(Socket plain, Endpoint endpoint, long deadlineNanos) throws IOException {
    WriteLimit limit = WriteLimit.start(plain, deadlineNanos);
    try {
      SSLSocket secure =
          (SSLSocket)
              context()
                  .getSocketFactory()
                  .createSocket(plain, endpoint.host(), endpoint.port(), true);
      SSLParameters parameters = secure.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm(NAMES_OF);
      secure.setSSLParameters(parameters);
      secure.startHandshake();
      return secure;
    } catch (IOException e) {
      if (limit.wasHit()) {
        SocketTimeoutException late = new SocketTimeoutException(TOO_LATE);
        late.initCause(e);
        throw late;
      }
      throw e;
    } finally {
      limit.end();
    }
  }

  private static SSLContext context() throws SSLException {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new SSLException("this JVM has no usable trust store", e);
    }
  }
}
