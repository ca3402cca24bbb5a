// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy.net;

/** A proxy that cannot be started, or went wrong; the message is a sentence for its user. */
public final class ProxyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ProxyException(String message) {
    super(message);
  }

  public ProxyException(String message, Throwable cause) {
    super(message, cause);
  }
}
