// SPDX-License-Identifier: Apache-2.0
package cachemark.store;

import java.nio.charset.StandardCharsets;

/** The rule every key obeys, so that all stores take the same ones. */
public final class Keys {
  /** The longest key memcached takes, in bytes of UTF-8. */
  public static final int MAX_BYTES = 250;

  private Keys() {}

  /**
   * Refuses a key that is empty, longer than {@link #MAX_BYTES}, or holds a space or control
   * character.
   *
   * @throws IllegalArgumentException naming the key and what is wrong with it
   */
  public static void requireValid(String key) {
    int length = key.length();
    boolean ascii = true;
    for (int i = 0; i < length; i++) {
      char c = key.charAt(i);
      if (c <= ' ' || c == 0x7f) {
        throw new IllegalArgumentException(
            "key " + quoted(key) + " holds a space or control character at position " + i);
      }
      ascii &= c < 0x80;
    }
    int bytes = ascii ? length : key.getBytes(StandardCharsets.UTF_8).length;
    if (bytes == 0 || bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "key " + quoted(key) + " has " + bytes + " bytes; 1 to " + MAX_BYTES + " are allowed");
    }
  }

  /** Refuses keys of which {@link #requireValid(String)} refuses any. */
  public static void requireValid(Iterable<String> keys) {
    keys.forEach(Keys::requireValid);
  }

  private static String quoted(String key) {
    String shown = key.length() <= 40 ? key : key.substring(0, 40) + "…";
    return "\"" + shown.replaceAll("\\p{Cntrl}", "?") + "\"";
  }
}
