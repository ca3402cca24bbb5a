// SPDX-License-Identifier: Apache-2.0
package cachemark.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A reusable byte queue: bytes are put at its end and taken from its start, in one array that
 * grows.
 *
 * <p>The array doubles when it is full and never shrinks, so a buffer in use allocates nothing. All
 * positions and lengths are in bytes. Not thread-safe.
 */
public final class WireBuffer {
  private static final int MIN_CAPACITY = 64;
  private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

  private byte[] bytes;
  private int start;
  private int end;

  /** An empty buffer with room for {@code capacity} bytes before it first grows. */
  public WireBuffer(int capacity) {
    bytes = new byte[Math.max(MIN_CAPACITY, capacity)];
  }

  /** The array that holds the bytes, valid until the next put. */
  public byte[] array() {
    return bytes;
  }

  /** Where in {@link #array()} the first byte to take is. */
  public int start() {
    return start;
  }

  /** Where in {@link #array()} the next byte is put: one past the last to take. */
  public int end() {
    return end;
  }

  /** How many bytes there are to take. */
  public int readable() {
    return end - start;
  }

  /** How many bytes can be written at {@link #end()} without growing. */
  public int writable() {
    return bytes.length - end;
  }

  /** Forgets all bytes. */
  public void clear() {
    start = 0;
    end = 0;
  }

  /** Takes {@code length} bytes off the start. */
  public void skip(int length) {
    if (length < 0 || length > readable()) {
      throw new IndexOutOfBoundsException(length + " of " + readable() + " bytes");
    }
    start += length;
    if (start == end) {
      clear();
    }
  }

  /** Counts {@code length} bytes, written to {@link #array()} at {@link #end()}, as put. */
  public void advance(int length) {
    if (length < 0 || length > writable()) {
      throw new IndexOutOfBoundsException(length + " of " + writable() + " bytes");
    }
    end += length;
  }

  /** Makes room for {@code length} more bytes: moves what is there to the front, or grows. */
  public void reserve(int length) {
    if (length <= writable()) {
      return;
    }
    int held = readable();
    long needed = (long) held + length;
    if (needed > MAX_CAPACITY) {
      throw new IllegalArgumentException(needed + " bytes do not fit into one buffer");
    }
    byte[] target = bytes;
    if (needed > bytes.length) {
      target = new byte[(int) Math.min(MAX_CAPACITY, Math.max(needed, 2L * bytes.length))];
    }
    System.arraycopy(bytes, start, target, 0, held);
    bytes = target;
    start = 0;
    end = held;
  }

  /** Puts one byte. */
  public void put(byte value) {
    reserve(1);
    bytes[end++] = value;
  }

  /** Puts all of {@code values}. */
  public void put(byte[] values) {
    put(values, 0, values.length);
  }

  /** Puts {@code length} bytes of {@code values} from {@code from} on. */
  public void put(byte[] values, int from, int length) {
    reserve(length);
    System.arraycopy(values, from, bytes, end, length);
    end += length;
  }

  /** Puts {@code text} in UTF-8; ASCII without allocating. */
  public void put(String text) {
    int length = text.length();
    reserve(length);
    int at = end;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        put(text.getBytes(StandardCharsets.UTF_8));
        return;
      }
      bytes[at++] = (byte) c;
    }
    end = at;
  }

  /** Puts {@code number}, 0 or more, in decimal digits. */
  public void putDecimal(long number) {
    if (number < 0) {
      throw new IllegalArgumentException(number + " is below 0");
    }
    int digits = digits(number);
    reserve(digits);
    long rest = number;
    for (int at = end + digits - 1; at >= end; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    end += digits;
  }

  /** A copy of {@code length} bytes from {@code from} on, a position in {@link #array()}. */
  public byte[] copy(int from, int length) {
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  /** The text of {@code length} bytes from {@code from} on, read as UTF-8. */
  public String text(int from, int length) {
    return new String(bytes, from, length, StandardCharsets.UTF_8);
  }

  /**
   * The length of the first line without its CR LF, or -1 if no line has arrived in full.
   *
   * @throws ProtocolException if the line is longer than {@code maxBytes}, or ends in a bare LF
   */
  public int lineLength(int maxBytes) throws ProtocolException {
    int limit = Math.min(end, start + maxBytes + 2);
    for (int i = start; i < limit; i++) {
      if (bytes[i] == '\n') {
        if (i == start || bytes[i - 1] != '\r') {
          throw new ProtocolException("line ends in LF without CR");
        }
        return i - 1 - start;
      }
    }
    if (readable() >= maxBytes + 2) {
      throw new ProtocolException("line is longer than " + maxBytes + " bytes");
    }
    return -1;
  }

  private static int digits(long number) {
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }
}
