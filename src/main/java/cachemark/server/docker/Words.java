// SPDX-License-Identifier: Apache-2.0
package cachemark.server.docker;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an engine says when it refuses, without the wrapping. */
final class Words {
  private static final Pattern JSON =
      Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  private Words() {}

  static String of(Throwable thrown) {
    String message = thrown.getMessage();
    if (message == null) {
      Throwable cause = thrown.getCause();
      return cause == null ? thrown.getClass().getSimpleName() : of(cause);
    }
    Matcher json = JSON.matcher(message);
    String words = json.find() ? json.group(1).replace("\\\"", "\"") : message;
    return words.strip().lines().findFirst().orElse("it gave no reason");
  }
}
