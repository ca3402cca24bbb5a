// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol;

/** Bytes that the protocol does not allow where they came, or more of them than it allows. */
public final class ProtocolException extends Exception {
  private static final long serialVersionUID = 1L;

  public ProtocolException(String message) {
    super(message);
  }
}
