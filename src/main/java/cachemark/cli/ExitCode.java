// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the process says with its exit code. */
enum ExitCode {
  OK(0, "ok"),
  /** The run could not be made or went wrong. */
  RUN_ERROR(1, "run error: it could not be made, or went wrong"),
  /** The command line or the plan is wrong. */
  USAGE(2, "usage: the command line or the plan is wrong"),
  /** Something is slower for certain. */
  REGRESSION(3, "regression: a cell is slower, and was so when measured again"),
  /** The run ended, but trials are missing or invalid. */
  INCOMPLETE(4, "incomplete or invalid run: trials are missing or invalid"),
  /** Two results differ in more than what is compared. */
  INCOMPARABLE(5, "not comparable: the sides differ in more than what is compared"),
  /** By SIGINT; the virtual machine sets it. */
  INTERRUPTED(130, "stopped by Ctrl-C; every finished trial is kept"),
  /** Whoever read standard output has gone; as by SIGPIPE. */
  READER_GONE(141, "stopped since nobody reads the output any more (| head)"),
  /** By SIGTERM; the virtual machine sets it. */
  TERMINATED(143, "stopped by SIGTERM; every finished trial is kept");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  /** Every code with its meaning, as a help text lists them. */
  static Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    Arrays.stream(values())
        .forEach(value -> table.put(Integer.toString(value.code), value.meaning));
    return table;
  }
}
