// SPDX-License-Identifier: Apache-2.0
package cachemark.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import cachemark.protocol.ProtocolException;
import cachemark.protocol.WireBuffer;

/**
 * The reply of a server to a meta command or to {@code flush_all}: a view of the buffer it came in,
 * good until bytes are put into that. Allocates nothing. Not thread-safe.
 */
final class MetaReply {
  /** What a reply begins with. */
  enum Code {
    /** No reply has arrived in full yet. */
    INCOMPLETE,
    /** A value. */
    VA,
    /** Done. */
    HD,
    /** None there, to a get. */
    EN,
    /** None there, to a change. */
    NF,
    /** Not stored. */
    NS,
    /** Not stored, for it is another version. */
    EX,
    MN,
    ME,
    OK,
    /** One of the three errors. */
    ERROR;

    /** Whether something may have changed: by success, or since errors leave nothing there. */
    boolean changes() {
      return this == VA || this == HD || this == ERROR;
    }
  }

  private static final int MAX_LINE_BYTES = 8 * 1024;
  private static final int MAX_VALUE_BYTES = 1 << 30;

  private byte[] bytes = {};
  private int start;
  private int flags;
  private int lineEnd;
  private int valueStart;
  private int valueLength;
  private int end;

  /** Takes the next reply off the buffer, or nothing. */
  Code next(WireBuffer in) throws ProtocolException {
    if (in.readable() < 4) {
      return Code.INCOMPLETE;
    }
    int length = in.lineLength(MAX_LINE_BYTES);
    if (length < 0) {
      return Code.INCOMPLETE;
    }
    bytes = in.array();
    start = in.start();
    lineEnd = start + length;
    flags = Math.min(start + 2, lineEnd);
    end = lineEnd + 2;
    valueStart = end;
    valueLength = 0;
    Code code = code(length);
    if (code == Code.VA && !readValue(in)) {
      return Code.INCOMPLETE;
    }
    in.skip(end - start);
    return code;
  }

  private Code code(int length) throws ProtocolException {
    boolean two = length == 2 || (length > 2 && bytes[start + 2] == ' ');
    int code = two ? bytes[start] << 8 | bytes[start + 1] : 0;
    return switch (code) {
      case 'V' << 8 | 'A' -> Code.VA;
      case 'H' << 8 | 'D' -> Code.HD;
      case 'E' << 8 | 'N' -> Code.EN;
      case 'N' << 8 | 'F' -> Code.NF;
      case 'N' << 8 | 'S' -> Code.NS;
      case 'E' << 8 | 'X' -> Code.EX;
      case 'M' << 8 | 'N' -> Code.MN;
      case 'M' << 8 | 'E' -> Code.ME;
      case 'O' << 8 | 'K' -> Code.OK;
      default -> error();
    };
  }

  private Code error() throws ProtocolException {
    int to = start;
    while (to < lineEnd && bytes[to] != ' ') {
      to++;
    }
    String word = new String(bytes, start, to - start, US_ASCII);
    if (word.equals("ERROR") || word.equals("CLIENT_ERROR") || word.equals("SERVER_ERROR")) {
      return Code.ERROR;
    }
    throw new ProtocolException("not a reply of memcached");
  }

  private boolean readValue(WireBuffer in) throws ProtocolException {
    int at = start + 3;
    long length = 0;
    while (at < lineEnd && bytes[at] >= '0' && bytes[at] <= '9' && length <= MAX_VALUE_BYTES) {
      length = length * 10 + bytes[at++] - '0';
    }
    if (at == start + 3 || length > MAX_VALUE_BYTES || (at < lineEnd && bytes[at] != ' ')) {
      throw new ProtocolException("a value has no length");
    }
    flags = at;
    valueLength = (int) length;
    end = valueStart + valueLength + 2;
    return in.readable() >= end - start;
  }

  /** The array that the positions are of. */
  byte[] array() {
    return bytes;
  }

  int valueStart() {
    return valueStart;
  }

  int valueLength() {
    return valueLength;
  }

  /** Where the flags begin, with a space if there are any. */
  int flagsStart() {
    return flags;
  }

  /** One past the line without its CR LF. */
  int lineEnd() {
    return lineEnd;
  }

  /** Appends all of it as it came. */
  void putTo(WireBuffer out) {
    out.put(bytes, start, end - start);
  }

  /** Appends what comes before a position. */
  void putTo(WireBuffer out, int position) {
    out.put(bytes, start, position - start);
  }

  /** Appends what comes from a position on. */
  void putFrom(WireBuffer out, int position) {
    out.put(bytes, position, end - position);
  }

  /** The line as text, without its CR LF. */
  String text() {
    return new String(bytes, start, lineEnd - start, UTF_8);
  }

  /** Appends the digits of the value's length as they came. */
  void putLength(WireBuffer out) {
    out.put(bytes, start + 3, flags - start - 3);
  }

  /** Where the token behind a flag's letter begins, or -1 if there is no such flag. */
  int token(char letter) {
    for (int at = flags; at < lineEnd; at = wordEnd(at + 1)) {
      if (at + 1 < lineEnd && bytes[at + 1] == letter) {
        return at + 2;
      }
    }
    return -1;
  }

  /** One past the word that {@code from} lies in. */
  int wordEnd(int from) {
    int at = from;
    while (at < lineEnd && bytes[at] != ' ') {
      at++;
    }
    return at;
  }

  /** The number behind a flag's letter, or {@code otherwise}. */
  long number(char letter, long otherwise) {
    int token = token(letter);
    return token < 0 ? otherwise : numberAt(token);
  }

  /** The number with digits from {@code from} on, of 64 bits without a sign. */
  long numberAt(int from) {
    boolean negative = from < lineEnd && bytes[from] == '-';
    long number = 0;
    for (int at = negative ? from + 1 : from; at < lineEnd && bytes[at] >= '0'; at++) {
      number = number * 10 + bytes[at] - '0';
    }
    return negative ? -number : number;
  }
}
