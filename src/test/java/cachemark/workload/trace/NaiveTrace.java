// SPDX-License-Identifier: Apache-2.0
package cachemark.workload.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A trace read in the plainest way: what the reader is held against. A line is told as its number
 * and columns, or as its number and that it is wrong.
 */
final class NaiveTrace {
  private static final Pattern RECORD =
      Pattern.compile(
          "([0-9]+),([^\\x00-\\x20\\x7F]{1,250}),([0-9]+),([0-9]+),([0-9]+),([a-z]+),([0-9]+)");
  private static final List<String> OPERATIONS =
      List.of(
          "get", "gets", "set", "add", "replace", "cas", "append", "prepend", "delete", "incr",
          "decr");

  private NaiveTrace() {}

  static List<String> read(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    List<String> told = new ArrayList<>();
    for (String line : lines) {
      String plain = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      told.add((told.size() + 1) + " " + record(plain));
    }
    return told;
  }

  private static String record(String line) {
    Matcher columns = RECORD.matcher(line);
    if (!columns.matches()
        || line.length() > 4096
        || isMore(columns.group(1), (1L << 32) - 1)
        || isMore(columns.group(3), Integer.MAX_VALUE)
        || isMore(columns.group(4), Integer.MAX_VALUE)
        || isMore(columns.group(5), 1L << 53)
        || !OPERATIONS.contains(columns.group(6))
        || isMore(columns.group(7), (1L << 32) - 1)) {
      return "wrong";
    }
    return String.join(
        " ",
        new BigInteger(columns.group(1)).toString(),
        columns.group(2),
        new BigInteger(columns.group(3)).toString(),
        new BigInteger(columns.group(4)).toString(),
        new BigInteger(columns.group(5)).toString(),
        columns.group(6),
        new BigInteger(columns.group(7)).toString());
  }

  private static boolean isMore(String number, long max) {
    return new BigInteger(number).compareTo(BigInteger.valueOf(max)) > 0;
  }
}
