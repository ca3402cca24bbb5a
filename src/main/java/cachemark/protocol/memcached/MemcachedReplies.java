// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import cachemark.protocol.ProtocolException;
import cachemark.protocol.WireBuffer;
import java.util.Arrays;

/**
 * An incremental reader of memcached's replies, to text and meta commands.
 *
 * <p>It takes a reply off the buffer only when the reply is there in full, and allocates a value
 * only then, so hostile lengths cost nothing; a buffer fed until {@link #next} returns something
 * else than INCOMPLETE holds at most the largest value and one line. Not thread-safe.
 */
public final class MemcachedReplies {
  /** The longest line that is taken for a reply. */
  static final int MAX_LINE_BYTES = 8 * 1024;

  private static final int MAX_DIGITS = 18;
  private static final byte[] VALUE = "VALUE ".getBytes(US_ASCII);
  private static final byte[] VA = "VA ".getBytes(US_ASCII);
  private static final byte[] NOTHING = {};
  private static final Line[] LINES = {
    new Line("END", MemcachedReply.END, false),
    new Line("STORED", MemcachedReply.STORED, false),
    new Line("HD", MemcachedReply.HD, false),
    new Line("EN", MemcachedReply.EN, false),
    new Line("NS", MemcachedReply.NS, false),
    new Line("NF", MemcachedReply.NF, false),
    new Line("NOT_STORED", MemcachedReply.NOT_STORED, false),
    new Line("EXISTS", MemcachedReply.EXISTS, false),
    new Line("DELETED", MemcachedReply.DELETED, false),
    new Line("NOT_FOUND", MemcachedReply.NOT_FOUND, false),
    new Line("OK", MemcachedReply.OK, false),
    new Line("ERROR", MemcachedReply.ERROR, false),
    new Line("STAT ", MemcachedReply.STAT, true),
    new Line("VERSION ", MemcachedReply.VERSION, true),
    new Line("BUSY ", MemcachedReply.BUSY, true),
    new Line("CLIENT_ERROR ", MemcachedReply.CLIENT_ERROR, true),
    new Line("SERVER_ERROR ", MemcachedReply.SERVER_ERROR, true),
    new Line("TOUCHED", MemcachedReply.TOUCHED, false),
    new Line("ERROR ", MemcachedReply.ERROR, true),
  };

  private final int maxValueBytes;
  private byte[] value = NOTHING;
  private byte[] keyBytes = NOTHING;
  private int keyStart;
  private int keyLength;
  private String unique = "";
  private String name = "";
  private String text = "";
  private long number;

  /** A reader that takes a longer value than {@code maxValueBytes} for an error. */
  public MemcachedReplies(int maxValueBytes) {
    this.maxValueBytes = maxValueBytes;
  }

  /** Takes the next reply off {@code in}, or nothing and returns INCOMPLETE. */
  public MemcachedReply next(WireBuffer in) throws ProtocolException {
    int length = in.lineLength(MAX_LINE_BYTES);
    if (length < 0) {
      return MemcachedReply.INCOMPLETE;
    }
    if (startsWith(in, length, VALUE)) {
      return value(in, length);
    }
    if (startsWith(in, length, VA)) {
      int size = valueLength(in, in.start() + VA.length, in.start() + length);
      return taken(in, length, size) ? MemcachedReply.VA : MemcachedReply.INCOMPLETE;
    }
    for (Line line : LINES) {
      if (line.matches(in, length)) {
        return take(in, length, line);
      }
    }
    return number(in, length);
  }

  /** The bytes of the last VALUE or VA; the caller's to keep. */
  public byte[] value() {
    return value;
  }

  /** Whether the last VALUE is the one of {@code key}; ask before the buffer is fed again. */
  public boolean isOf(String key) {
    int length = key.length();
    for (int i = 0; i < length; i++) {
      char c = key.charAt(i);
      if (c >= 0x80) {
        return key.equals(new String(keyBytes, keyStart, keyLength, UTF_8));
      }
      if (i >= keyLength || keyBytes[keyStart + i] != c) {
        return false;
      }
    }
    return length == keyLength;
  }

  /** What no other value of the key has, as the last VALUE said after a gets; else empty. */
  public String unique() {
    return unique;
  }

  /** The name of the last STAT. */
  public String name() {
    return name;
  }

  /** The version, the reason, or the value of the last reply that carries one; else empty. */
  public String text() {
    return text;
  }

  /** The last NUMBER. */
  public long number() {
    return number;
  }

  private MemcachedReply value(WireBuffer in, int length) throws ProtocolException {
    byte[] bytes = in.array();
    int end = in.start() + length;
    int key = in.start() + VALUE.length;
    int flags = afterSpace(in, key, end);
    int size = afterSpace(in, flags, end);
    requireDigits(in, flags, size - 1);
    if (!taken(in, length, valueLength(in, size, end))) {
      return MemcachedReply.INCOMPLETE;
    }
    keyBytes = bytes;
    keyStart = key;
    keyLength = flags - 1 - key;
    unique = unique(in, size, end);
    return MemcachedReply.VALUE;
  }

  /** The digits behind the length, which were taken off the buffer but are still there. */
  private static String unique(WireBuffer in, int size, int end) {
    byte[] bytes = in.array();
    int at = size;
    while (at < end && bytes[at] != ' ') {
      at++;
    }
    return at < end ? in.text(at + 1, end - at - 1) : "";
  }

  /** Takes the line and the value behind it off the buffer, if they are there in full. */
  private boolean taken(WireBuffer in, int length, int valueLength) throws ProtocolException {
    int whole = length + 2 + valueLength + 2;
    if (in.readable() < whole) {
      return false;
    }
    byte[] bytes = in.array();
    int from = in.start() + length + 2;
    if (bytes[from + valueLength] != '\r' || bytes[from + valueLength + 1] != '\n') {
      throw new ProtocolException("value of " + valueLength + " bytes does not end in CR LF");
    }
    value = in.copy(from, valueLength);
    in.skip(whole);
    return true;
  }

  /** The one reply without a word of its own; at most 18 digits, which every long can hold. */
  private MemcachedReply number(WireBuffer in, int length) throws ProtocolException {
    String line = length > MAX_DIGITS ? "" : in.text(in.start(), length);
    if (line.isEmpty() || !line.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new ProtocolException("not a reply of memcached: " + shown(in, length));
    }
    number = Long.parseLong(line);
    in.skip(length + 2);
    return MemcachedReply.NUMBER;
  }

  private MemcachedReply take(WireBuffer in, int length, Line line) {
    name = "";
    text = "";
    if (line.hasText) {
      int from = in.start() + line.bytes.length;
      String rest = in.text(from, length - line.bytes.length);
      int space = line.reply == MemcachedReply.STAT ? rest.indexOf(' ') : -1;
      name = space < 0 ? "" : rest.substring(0, space);
      text = rest.substring(space + 1);
    }
    in.skip(length + 2);
    return line.reply;
  }

  private static int afterSpace(WireBuffer in, int from, int end) throws ProtocolException {
    byte[] bytes = in.array();
    for (int i = from; i < end; i++) {
      if (bytes[i] == ' ' && i > from) {
        return i + 1;
      }
    }
    throw new ProtocolException("VALUE lacks a field");
  }

  private static void requireDigits(WireBuffer in, int from, int end) throws ProtocolException {
    byte[] bytes = in.array();
    for (int i = from; i < end; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        throw new ProtocolException("VALUE has flags that are no number");
      }
    }
  }

  /** The length of the value; what follows after a space is a unique number, or flags. */
  private int valueLength(WireBuffer in, int from, int end) throws ProtocolException {
    byte[] bytes = in.array();
    long number = 0;
    int at = from;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && number <= maxValueBytes) {
      number = number * 10 + bytes[at++] - '0';
    }
    if (number > maxValueBytes) {
      throw new ProtocolException("value is longer than " + maxValueBytes + " bytes");
    }
    if (at == from || (at < end && bytes[at] != ' ')) {
      throw new ProtocolException("a value has a length that is no number");
    }
    return (int) number;
  }

  private static boolean startsWith(WireBuffer in, int length, byte[] prefix) {
    int from = in.start();
    return length >= prefix.length
        && Arrays.equals(in.array(), from, from + prefix.length, prefix, 0, prefix.length);
  }

  private static String shown(WireBuffer in, int length) {
    byte[] bytes = in.copy(in.start(), Math.min(length, 40));
    return "\"" + new String(bytes, US_ASCII).replaceAll("[^ -~]", "?") + "\"";
  }

  /** A reply line: all of it, or where {@code hasText} what it starts with. */
  @SuppressWarnings("ArrayRecordComponent") // private constants: never compared, never copied
  private record Line(byte[] bytes, MemcachedReply reply, boolean hasText) {
    Line(String bytes, MemcachedReply reply, boolean hasText) {
      this(bytes.getBytes(US_ASCII), reply, hasText);
    }

    boolean matches(WireBuffer in, int length) {
      return (hasText || length == bytes.length) && startsWith(in, length, bytes);
    }
  }
}
