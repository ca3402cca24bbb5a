// SPDX-License-Identifier: Apache-2.0
package cachemark.workload.trace;

/**
 * A trace says something that cannot be, or cannot be read on; the message is one sentence that
 * names the line.
 */
public final class TraceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long line;

  TraceException(long line, String wrong) {
    super("line " + line + ": " + wrong);
    this.line = line;
  }

  TraceException(long line, String wrong, Throwable cause) {
    super("line " + line + ": " + wrong, cause);
    this.line = line;
  }

  /** The number of the line, from 1. */
  public long line() {
    return line;
  }
}
