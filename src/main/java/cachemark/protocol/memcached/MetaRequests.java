// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.protocol.WireBuffer;

/**
 * The requests of memcached's meta commands, appended to a buffer: shorter than those of the text
 * protocol, and so are their answers, of which a server sends many in one go.
 *
 * <p>Keys are put as they are: the caller vouches that they hold no space and no control character.
 * Flags of a value are always 0; expiry is in seconds, 0 for never. Stateless.
 */
public final class MetaRequests {
  private static final byte[] CRLF = bytes("\r\n");
  private static final byte[] GET = bytes("mg ");
  private static final byte[] VALUE = bytes(" v\r\n");
  private static final byte[] SET = bytes("ms ");
  private static final byte[] DELETE = bytes("md ");
  private static final byte[] ARITHMETIC = bytes("ma ");
  private static final byte[] EXPIRY = bytes(" T");
  private static final byte[] DELTA = bytes(" D");
  private static final byte[] MADE_WITH = bytes(" N0 J");

  private MetaRequests() {}

  /** Whether a value is stored depends on what is there already. */
  public enum Write {
    /** Always stored. */
    SET(""),
    /** Stored only where there is nothing. */
    ADD(" ME"),
    /** Stored only where there is something. */
    REPLACE(" MR");

    @SuppressWarnings("ImmutableEnumChecker") // private, and nobody writes to it
    private final byte[] mode;

    Write(String mode) {
      this.mode = bytes(mode);
    }
  }

  /** Appends {@code mg} that asks for the value; answered by VA, or by EN where there is none. */
  public static void get(WireBuffer out, String key) {
    out.put(GET);
    out.put(key);
    out.put(VALUE);
  }

  /** Appends {@code ms}; answered by HD or NS. */
  public static void write(
      WireBuffer out, Write write, String key, byte[] value, int expirySeconds) {
    out.put(SET);
    out.put(key);
    out.put((byte) ' ');
    out.putDecimal(value.length);
    if (expirySeconds != 0) {
      out.put(EXPIRY);
      out.putDecimal(expirySeconds);
    }
    out.put(write.mode);
    out.put(CRLF);
    out.put(value);
    out.put(CRLF);
  }

  /** Appends {@code md}; answered by HD or NF. */
  public static void delete(WireBuffer out, String key) {
    out.put(DELETE);
    out.put(key);
    out.put(CRLF);
  }

  /**
   * Appends {@code ma}, which makes a counter that is missing, of {@code delta} and to stay;
   * answered by VA with the digits of the sum.
   */
  public static void increment(WireBuffer out, String key, long delta) {
    out.put(ARITHMETIC);
    out.put(key);
    out.put(DELTA);
    out.putDecimal(delta);
    out.put(MADE_WITH);
    out.putDecimal(delta);
    out.put(VALUE);
  }

  /** Appends {@code mg} that asks for no value but a new expiry; answered by HD or EN. */
  public static void touch(WireBuffer out, String key, int expirySeconds) {
    out.put(GET);
    out.put(key);
    out.put(EXPIRY);
    out.putDecimal(expirySeconds);
    out.put(CRLF);
  }

  private static byte[] bytes(String ascii) {
    return ascii.getBytes(US_ASCII);
  }
}
