// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.protocol.WireBuffer;
import java.util.Arrays;

/**
 * An incremental reader of what clients send to memcached, the server's side of its text protocol
 * and its meta commands. It reads the commands of a cache's clients; all else, maintenance among
 * it, is refused with the answer that memcached gives to what it does not know.
 *
 * <p>It takes a command off the buffer only when it is there in full with its value, allocates
 * nothing, and never throws, whatever arrives. A buffer that is fed only after {@link #next}
 * returned INCOMPLETE holds less than the longest line, the largest value and 4 bytes, beside what
 * it is fed; a value that is too large is refused at once and passed over as it arrives. One reader
 * is for one connection and its one buffer. Not thread-safe.
 *
 * <p>The answers are those of memcached 1.6.18 with {@code -B ascii}. Where memcached's answer
 * depends on how the bytes are cut into packets, which is so where a line is longer than 2 048
 * bytes, this reader decides by the bytes alone: a line may be so much longer as the caller says if
 * it is one of GET, GETS, GAT or GATS, and else ends the connection.
 */
public final class MemcachedCommands {
  /** The longest line, without its LF, of a command that does not get many keys. */
  public static final int MAX_LINE_BYTES = 2_048;

  private static final int MAX_MAX_LINE_BYTES = 1 << 24;
  private static final int MAX_MAX_VALUE_BYTES = 1 << 30;
  private static final int MAX_SPACES = 100;
  private static final byte[][] GETS = {
    bytes("get "), bytes("gets "), bytes("gat "), bytes("gats ")
  };

  private final int maxGetLineBytes;
  private final int maxValueBytes;
  private final ReceivedCommand received = new ReceivedCommand();

  /** How many bytes at the start of the buffer hold no LF. */
  private int scanned;

  /** How many bytes have to be there before it is worth to look again. */
  private int awaited;

  /** How many bytes of a refused value are still to come. */
  private long refusedBytes;

  private boolean hopeless;

  /**
   * A reader that ends the connection for a longer line than {@code maxGetLineBytes}, 2 048 to 16
   * Mi, without its LF, and refuses a longer value than {@code maxValueBytes}, 0 to 1 Gi.
   */
  public MemcachedCommands(int maxGetLineBytes, int maxValueBytes) {
    if (maxGetLineBytes < MAX_LINE_BYTES || maxGetLineBytes > MAX_MAX_LINE_BYTES) {
      throw new IllegalArgumentException(
          "maxGetLineBytes = " + maxGetLineBytes + " is not 2048 to " + MAX_MAX_LINE_BYTES);
    }
    if (maxValueBytes < 0 || maxValueBytes > MAX_MAX_VALUE_BYTES) {
      throw new IllegalArgumentException(
          "maxValueBytes = " + maxValueBytes + " is not 0 to " + MAX_MAX_VALUE_BYTES);
    }
    this.maxGetLineBytes = maxGetLineBytes;
    this.maxValueBytes = maxValueBytes;
  }

  /**
   * Takes the next command off {@code in}; or returns INCOMPLETE, and has taken nothing but what is
   * left of a refused value. After HOPELESS it takes all there is and returns HOPELESS again.
   */
  public MemcachedCommand next(WireBuffer in) {
    swallow(in);
    if (refusedBytes > 0 || in.readable() < awaited) {
      return MemcachedCommand.INCOMPLETE;
    }
    int length = hopeless ? 0 : lineLength(in);
    if (hopeless) {
      in.clear();
      return MemcachedCommand.HOPELESS;
    }
    return length < 0 ? MemcachedCommand.INCOMPLETE : line(in, length);
  }

  /** The last command that was not INCOMPLETE or HOPELESS; always the same view. */
  public ReceivedCommand received() {
    return received;
  }

  private void swallow(WireBuffer in) {
    int length = (int) Math.min(refusedBytes, in.readable());
    in.skip(length);
    refusedBytes -= length;
  }

  /** The length of the line without its LF, or -1 if that has not arrived; or it is hopeless. */
  private int lineLength(WireBuffer in) {
    byte[] bytes = in.array();
    int start = in.start();
    int end = in.end();
    int at = start + Math.min(scanned, in.readable());
    while (at < end && bytes[at] != '\n') {
      at++;
    }
    scanned = at - start;
    hopeless = scanned > MAX_LINE_BYTES && (scanned > maxGetLineBytes || !getsMany(in));
    return at < end ? scanned : -1;
  }

  private MemcachedCommand line(WireBuffer in, int length) {
    int start = in.start();
    int end = start + length;
    boolean hasReturn = length > 0 && in.array()[end - 1] == '\r';
    MemcachedRefusal refusal = received.read(in.array(), start, hasReturn ? end - 1 : end);
    int valueLength = received.announced();
    if (refusal == null && valueLength > maxValueBytes) {
      refusal = MemcachedRefusal.TOO_LARGE;
      received.refuse(refusal);
    }
    if (refusal != null) {
      return refused(in, length + 1, valueLength);
    }
    return valueLength < 0 ? taken(in, length + 1, -1) : value(in, length + 1, valueLength);
  }

  /** memcached refuses before it has seen the value, and then does not take it for commands. */
  private MemcachedCommand refused(WireBuffer in, int lineLength, int valueLength) {
    hopeless = received.isOfHttp();
    if (hopeless) {
      in.clear();
      return MemcachedCommand.HOPELESS;
    }
    taken(in, lineLength, -1);
    refusedBytes = valueLength < 0 ? 0 : valueLength + 2L;
    return MemcachedCommand.REFUSED;
  }

  private MemcachedCommand value(WireBuffer in, int lineLength, int valueLength) {
    int whole = lineLength + valueLength + 2;
    if (in.readable() < whole) {
      awaited = whole;
      return MemcachedCommand.INCOMPLETE;
    }
    int end = in.start() + whole;
    boolean complete = in.array()[end - 2] == '\r' && in.array()[end - 1] == '\n';
    MemcachedCommand command = taken(in, lineLength, valueLength);
    if (complete) {
      return command;
    }
    received.refuse(MemcachedRefusal.BAD_CHUNK);
    return MemcachedCommand.REFUSED;
  }

  private MemcachedCommand taken(WireBuffer in, int lineLength, int valueLength) {
    int start = in.start();
    int whole = valueLength < 0 ? lineLength : lineLength + valueLength + 2;
    received.isAt(start, whole, start + lineLength, Math.max(0, valueLength));
    in.skip(whole);
    scanned = 0;
    awaited = 0;
    return received.command();
  }

  /** Whether the line begins as one that can be long for the number of its keys. */
  private static boolean getsMany(WireBuffer in) {
    byte[] bytes = in.array();
    int from = in.start();
    int last = Math.min(in.end(), from + MAX_SPACES);
    while (from < last && bytes[from] == ' ') {
      from++;
    }
    for (byte[] name : GETS) {
      int to = from + name.length;
      if (to <= in.end() && Arrays.equals(bytes, from, to, name, 0, name.length)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] bytes(String ascii) {
    return ascii.getBytes(US_ASCII);
  }
}
