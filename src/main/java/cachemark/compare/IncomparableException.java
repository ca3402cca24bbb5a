// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

/** Two sides have nothing that could be compared; the message is one sentence that names both. */
public final class IncomparableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IncomparableException(String message) {
    super(message);
  }
}
