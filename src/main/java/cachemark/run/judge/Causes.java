// SPDX-License-Identifier: Apache-2.0
package cachemark.run.judge;

import cachemark.store.FailureCause;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** The causes of failures as outcomes and in words. */
public final class Causes {
  private Causes() {}

  /** All of them among the outcomes. */
  static Stream<String> names() {
    return Arrays.stream(FailureCause.values()).map(Causes::nameOf);
  }

  /** The counter of a cause among the outcomes: CONNECT_TIMEOUT becomes connectTimeout. */
  public static String nameOf(FailureCause cause) {
    String[] words = cause.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return name.toString();
  }

  /** Whether it is a limit of this machine's client side, and no answer of a server. */
  static boolean isOurs(FailureCause cause) {
    return cause == FailureCause.CLIENT_PORTS || cause == FailureCause.CLIENT_FILES;
  }

  static String words(FailureCause cause) {
    String words = cause.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return isOurs(cause) ? words + ", a limit of this machine's client side" : words;
  }
}
