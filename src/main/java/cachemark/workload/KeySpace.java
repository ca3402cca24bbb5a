// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An endless numbered set of keys of 32 bytes each: a prefix, and behind it as many hexadecimal
 * digits as there is room for, of the md5 of seed, label and number. Spaces that differ in seed or
 * label share no key. Immutable and thread-safe; remembers no key.
 *
 * @param seed of the run
 * @param label what the keys are for
 * @param prefix of every key, at most 16 ASCII characters
 */
public record KeySpace(long seed, String label, String prefix) {
  private static final HexFormat HEX = HexFormat.of();
  private static final int KEY_BYTES = 32;
  private static final int MAX_PREFIX_BYTES = 16;

  public KeySpace {
    if (prefix.length() > MAX_PREFIX_BYTES || prefix.chars().anyMatch(c -> c >= 0x80)) {
      throw new IllegalArgumentException(
          "key prefix \"" + prefix + "\" is not at most 16 ASCII characters");
    }
  }

  /** Keys that are nothing but digits. */
  public KeySpace(long seed, String label) {
    this(seed, label, "");
  }

  /** The key with this number, 0 or more. */
  public String key(long number) {
    String name = seed + "/" + label + "/" + number;
    String digits = HEX.formatHex(md5().digest(name.getBytes(StandardCharsets.UTF_8)));
    return prefix.isEmpty() ? digits : prefix + digits.substring(0, KEY_BYTES - prefix.length());
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
