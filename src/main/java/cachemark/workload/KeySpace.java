// SPDX-License-Identifier: Apache-2.0
package cachemark.workload;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An endless numbered set of keys: 32 hexadecimal digits each, the md5 of seed, label and number.
 * Spaces that differ in seed or label share no key. Immutable and thread-safe; remembers no key.
 *
 * @param seed of the run
 * @param label what the keys are for
 */
public record KeySpace(long seed, String label) {
  private static final HexFormat HEX = HexFormat.of();

  /** The key with this number, 0 or more. */
  public String key(long number) {
    String name = seed + "/" + label + "/" + number;
    return HEX.formatHex(md5().digest(name.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
