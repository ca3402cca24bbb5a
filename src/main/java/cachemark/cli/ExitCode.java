// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

/** What the process says with its exit code. */
enum ExitCode {
  OK(0),
  /** The run could not be made or went wrong. */
  RUN_ERROR(1),
  /** The command line or the plan is wrong. */
  USAGE(2),
  /** The run ended, but trials are missing or invalid. */
  INCOMPLETE(4);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
