// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.resp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import cachemark.protocol.WireBuffer;

/**
 * The commands of Redis as RESP arrays of bulk strings, appended to a buffer.
 *
 * <p>Any key and any value can be sent. Expiry is in seconds, 0 for never. Stateless.
 */
public final class RespRequests {
  private static final byte[] CRLF = bytes("\r\n");
  private static final byte[] GET = bytes("*2\r\n$3\r\nGET\r\n");
  private static final byte[] DEL = bytes("*2\r\n$3\r\nDEL\r\n");
  private static final byte[] SET = bytes("\r\n$3\r\nSET\r\n");
  private static final byte[] EX = bytes("$2\r\nEX\r\n");

  private RespRequests() {}

  /** Whether a value is stored depends on what is there already. */
  public enum Write {
    /** Always stored. */
    SET(3, ""),
    /** Stored only where there is nothing. */
    ADD(4, "$2\r\nNX\r\n"),
    /** Stored only where there is something. */
    REPLACE(4, "$2\r\nXX\r\n");

    private final int arguments;

    @SuppressWarnings("ImmutableEnumChecker") // private, and nobody writes to it
    private final byte[] condition;

    Write(int arguments, String condition) {
      this.arguments = arguments;
      this.condition = bytes(condition);
    }
  }

  /** Appends {@code GET}; answered by a bulk string, null where there is none. */
  public static void get(WireBuffer out, String key) {
    out.put(GET);
    bulk(out, key);
  }

  /** Appends {@code SET}; answered by OK, or by null where the condition did not hold. */
  public static void write(
      WireBuffer out, Write write, String key, byte[] value, int expirySeconds) {
    out.put((byte) '*');
    out.putDecimal(write.arguments + (expirySeconds == 0 ? 0 : 2));
    out.put(SET);
    bulk(out, key);
    argument(out, value);
    out.put(write.condition);
    if (expirySeconds != 0) {
      out.put(EX);
      bulk(out, Integer.toString(expirySeconds));
    }
  }

  /** Appends {@code DEL}; answered by the number of keys removed. */
  public static void delete(WireBuffer out, String key) {
    out.put(DEL);
    bulk(out, key);
  }

  /** Appends any command, such as {@code INFO stats}. */
  public static void command(WireBuffer out, String... words) {
    head(out, words[0], words.length - 1);
    for (int i = 1; i < words.length; i++) {
      bulk(out, words[i]);
    }
  }

  /** Appends the head of any command; its {@code arguments} follow, each an {@link #argument}. */
  public static void head(WireBuffer out, String name, int arguments) {
    out.put((byte) '*');
    out.putDecimal(1 + arguments);
    out.put(CRLF);
    bulk(out, name);
  }

  /** Appends an argument that is text, such as a key. */
  public static void argument(WireBuffer out, String text) {
    bulk(out, text);
  }

  /** Appends an argument that is bytes, such as a value. */
  public static void argument(WireBuffer out, byte[] bytes) {
    length(out, bytes.length);
    out.put(bytes);
    out.put(CRLF);
  }

  private static void bulk(WireBuffer out, String text) {
    int ascii = text.length();
    for (int i = 0; i < ascii; i++) {
      if (text.charAt(i) >= 0x80) {
        byte[] encoded = text.getBytes(UTF_8);
        length(out, encoded.length);
        out.put(encoded);
        out.put(CRLF);
        return;
      }
    }
    length(out, ascii);
    out.put(text);
    out.put(CRLF);
  }

  private static void length(WireBuffer out, int length) {
    out.put((byte) '$');
    out.putDecimal(length);
    out.put(CRLF);
  }

  private static byte[] bytes(String ascii) {
    return ascii.getBytes(US_ASCII);
  }
}
