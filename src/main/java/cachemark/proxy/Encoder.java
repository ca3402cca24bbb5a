// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.protocol.WireBuffer;
import cachemark.protocol.memcached.MemcachedCommand;
import cachemark.protocol.memcached.ReceivedCommand;

/** The meta commands that servers are sent in place of what clients sent. Stateless. */
final class Encoder {
  private static final long UNSIGNED_INT = 0xffff_ffffL;
  private static final byte[] GET = bytes("mg ");
  private static final byte[] SET = bytes("ms ");
  private static final byte[] DELETE = bytes("md ");
  private static final byte[] ARITHMETIC = bytes("ma ");
  private static final byte[] VALUE = bytes(" f v\r\n");
  private static final byte[] UNIQUE_VALUE = bytes(" f c v\r\n");
  private static final byte[] CRLF = bytes("\r\n");

  private Encoder() {}

  /** A key of GET, GETS, GAT or GATS. */
  static void get(
      WireBuffer out,
      MemcachedCommand command,
      byte[] bytes,
      int from,
      int length,
      int expirySeconds) {
    out.put(GET);
    out.put(bytes, from, length);
    if (command == MemcachedCommand.GAT || command == MemcachedCommand.GATS) {
      putExpiry(out, expirySeconds);
    }
    boolean unique = command == MemcachedCommand.GETS || command == MemcachedCommand.GATS;
    out.put(unique ? UNIQUE_VALUE : VALUE);
  }

  /** A text command that changes one key, but for GAT and GATS. */
  static void change(WireBuffer out, MemcachedCommand command, ReceivedCommand received) {
    switch (command) {
      case SET, CAS -> set(out, received, "");
      case ADD -> set(out, received, " ME");
      case REPLACE -> set(out, received, " MR");
      case APPEND -> put(out, received, " MA");
      case PREPEND -> put(out, received, " MP");
      case INCR -> arithmetic(out, received, " v\r\n");
      case DECR -> arithmetic(out, received, " MD v\r\n");
      case TOUCH -> touch(out, received);
      default -> delete(out, received);
    }
  }

  private static void set(WireBuffer out, ReceivedCommand received, String mode) {
    begin(out, SET, received);
    out.put((byte) ' ');
    out.putDecimal(received.valueLength());
    if (received.clientFlags() != 0) {
      out.put(" F");
      out.putDecimal(received.clientFlags() & UNSIGNED_INT);
    }
    if (received.expirySeconds() != 0) {
      putExpiry(out, received.expirySeconds());
    }
    out.put(mode);
    putValue(out, received);
  }

  private static void put(WireBuffer out, ReceivedCommand received, String mode) {
    begin(out, SET, received);
    out.put((byte) ' ');
    out.putDecimal(received.valueLength());
    out.put(mode);
    putValue(out, received);
  }

  private static void putValue(WireBuffer out, ReceivedCommand received) {
    out.put(CRLF);
    out.put(received.array(), received.valueStart(), received.valueLength());
    out.put(CRLF);
  }

  private static void arithmetic(WireBuffer out, ReceivedCommand received, String end) {
    begin(out, ARITHMETIC, received);
    out.put(" D");
    putUnsigned(out, received.number());
    out.put(end);
  }

  private static void touch(WireBuffer out, ReceivedCommand received) {
    begin(out, GET, received);
    putExpiry(out, received.expirySeconds());
    out.put(CRLF);
  }

  /** DELETE, or what a value that is too large does. */
  static void delete(WireBuffer out, ReceivedCommand received) {
    begin(out, DELETE, received);
    out.put(received.isKeyBase64() ? " b\r\n" : "\r\n");
  }

  /**
   * A meta command as it came, but for what the proxy sees to itself: that fewer answers are sent,
   * and versions.
   */
  static void meta(WireBuffer out, MemcachedCommand command, ReceivedCommand received) {
    out.put(received.array(), received.wordStart(0), 2);
    for (int word = 1; word < received.words(); word++) {
      byte letter = received.array()[received.wordStart(word)];
      boolean isFlag = word > (command == MemcachedCommand.META_SET ? 2 : 1);
      if (!isFlag || (letter != 'q' && letter != 'C')) {
        out.put((byte) ' ');
        out.put(received.array(), received.wordStart(word), received.wordLength(word));
      }
    }
    out.put(CRLF);
    if (command == MemcachedCommand.META_SET) {
      out.put(received.array(), received.valueStart(), received.valueLength());
      out.put(CRLF);
    }
  }

  private static void begin(WireBuffer out, byte[] name, ReceivedCommand received) {
    out.put(name);
    out.put(received.array(), received.keyStart(), received.keyLength());
  }

  private static void putExpiry(WireBuffer out, int seconds) {
    out.put(seconds < 0 ? " T-" : " T");
    out.putDecimal(Math.abs((long) seconds));
  }

  private static void putUnsigned(WireBuffer out, long number) {
    if (number >= 0) {
      out.putDecimal(number);
    } else {
      out.put(Long.toUnsignedString(number));
    }
  }

  private static byte[] bytes(String ascii) {
    return ascii.getBytes(US_ASCII);
  }
}
