// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.resp;

import cachemark.protocol.ProtocolException;
import cachemark.protocol.WireBuffer;
import java.util.Locale;

/**
 * An incremental reader of RESP2 replies.
 *
 * <p>It takes a reply off the buffer only when the reply is there in full, and allocates a value
 * only then, so hostile lengths cost nothing; arrays are handed out element by element. A buffer
 * fed until {@link #next} returns something else than INCOMPLETE holds at most the largest value
 * and one line. Not thread-safe.
 */
public final class RespReplies {
  /** The longest line that is taken for a reply. */
  static final int MAX_LINE_BYTES = 8 * 1024;

  /** The most elements an array may announce. */
  static final int MAX_ELEMENTS = 1 << 20;

  private static final byte[] NOTHING = {};

  private final int maxValueBytes;
  private byte[] value = NOTHING;
  private String text = "";
  private long number;

  /** A reader that takes a longer value than {@code maxValueBytes} for an error. */
  public RespReplies(int maxValueBytes) {
    this.maxValueBytes = maxValueBytes;
  }

  /** Takes the next reply off {@code in}, or nothing and returns INCOMPLETE. */
  public RespReply next(WireBuffer in) throws ProtocolException {
    int length = in.lineLength(MAX_LINE_BYTES);
    if (length < 0) {
      return RespReply.INCOMPLETE;
    }
    if (length == 0) {
      throw new ProtocolException("an empty line is no RESP reply");
    }
    byte type = in.array()[in.start()];
    return switch (type) {
      case '$' -> bulk(in, length);
      case '*' -> array(in, length);
      case ':' -> integer(in, length);
      case '+' -> line(in, length, RespReply.SIMPLE);
      case '-' -> line(in, length, RespReply.ERROR);
      default ->
          throw new ProtocolException(
              String.format(Locale.ROOT, "0x%02x starts no RESP reply", type & 0xff));
    };
  }

  /** The bytes of the last BULK; the caller's to keep. */
  public byte[] value() {
    return value;
  }

  /** The text of the last SIMPLE or ERROR. */
  public String text() {
    return text;
  }

  /** The last INTEGER, or the number of elements of the last ARRAY. */
  public long number() {
    return number;
  }

  private RespReply bulk(WireBuffer in, int length) throws ProtocolException {
    long size = decimal(in, length);
    if (size > maxValueBytes) {
      throw new ProtocolException("value is longer than " + maxValueBytes + " bytes");
    }
    if (size < 0) {
      return nothing(in, length, size);
    }
    int valueLength = (int) size;
    int whole = length + 2 + valueLength + 2;
    if (in.readable() < whole) {
      return RespReply.INCOMPLETE;
    }
    int from = in.start() + length + 2;
    byte[] bytes = in.array();
    if (bytes[from + valueLength] != '\r' || bytes[from + valueLength + 1] != '\n') {
      throw new ProtocolException("value of " + valueLength + " bytes does not end in CR LF");
    }
    value = in.copy(from, valueLength);
    in.skip(whole);
    return RespReply.BULK;
  }

  private RespReply array(WireBuffer in, int length) throws ProtocolException {
    long size = decimal(in, length);
    if (size > MAX_ELEMENTS) {
      throw new ProtocolException("array has more than " + MAX_ELEMENTS + " elements");
    }
    if (size < 0) {
      return nothing(in, length, size);
    }
    number = size;
    in.skip(length + 2);
    return RespReply.ARRAY;
  }

  private RespReply integer(WireBuffer in, int length) throws ProtocolException {
    number = decimal(in, length);
    in.skip(length + 2);
    return RespReply.INTEGER;
  }

  private RespReply line(WireBuffer in, int length, RespReply reply) {
    text =
        reply == RespReply.SIMPLE && isOk(in, length) ? "OK" : in.text(in.start() + 1, length - 1);
    in.skip(length + 2);
    return reply;
  }

  private static boolean isOk(WireBuffer in, int length) {
    return length == 3 && in.array()[in.start() + 1] == 'O' && in.array()[in.start() + 2] == 'K';
  }

  private static RespReply nothing(WireBuffer in, int length, long size) throws ProtocolException {
    if (size != -1) {
      throw new ProtocolException("length is " + size);
    }
    in.skip(length + 2);
    return RespReply.NULL;
  }

  /** The number behind the type byte of a line, which may be any that a long can hold. */
  private static long decimal(WireBuffer in, int length) throws ProtocolException {
    byte[] bytes = in.array();
    int end = in.start() + length;
    int at = in.start() + 1;
    boolean negative = at < end && bytes[at] == '-';
    at += negative ? 1 : 0;
    if (at == end || end - at > 19) {
      throw notANumber();
    }
    long number = 0;
    for (; at < end; at++) {
      int digit = bytes[at] - '0';
      // Counted downwards, because the smallest long has no positive counterpart.
      if (digit < 0 || digit > 9 || number < (Long.MIN_VALUE + digit) / 10) {
        throw notANumber();
      }
      number = number * 10 - digit;
    }
    if (!negative && number == Long.MIN_VALUE) {
      throw notANumber();
    }
    return negative ? number : -number;
  }

  private static ProtocolException notANumber() {
    return new ProtocolException("not a number of 64 bits");
  }
}
