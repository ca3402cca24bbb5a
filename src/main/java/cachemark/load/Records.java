// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.store.Entry;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Every record of a table under load, made before anything is timed. A value is hexadecimal digits,
 * which a column of text takes as they are: its head tells whose it is, its last {@value
 * #VERSION_DIGITS} digits which update wrote it, so that no update writes what is there already.
 * Thread-safe.
 */
public final class Records {
  /** The shortest value: half of it still tells keys apart. */
  public static final int LEAST_VALUE_BYTES = 16;

  static final int VERSION_DIGITS = 8;

  private static final String DIGITS = "0123456789abcdef";

  private final Data data;
  private final int headBytes;
  private final AtomicLong version = new AtomicLong();

  /** Makes them; as {@link Data}, but values have {@link #LEAST_VALUE_BYTES} bytes or more. */
  public Records(long seed, String prefix, int count, int valueBytes) {
    if (valueBytes < LEAST_VALUE_BYTES) {
      throw new IllegalArgumentException(
          "value bytes are " + valueBytes + "; of a table they go from " + LEAST_VALUE_BYTES);
    }
    this.data = Data.ofText(seed, prefix, count, valueBytes);
    this.headBytes = valueBytes - VERSION_DIGITS;
  }

  /** The first {@code count} of them, as they are before any update. */
  public Iterator<Entry> entries(int count) {
    return data.entries(count);
  }

  /** Every {@code step}-th of the first {@code count} of them, from one on. */
  public Iterator<Entry> entries(int count, int from, int step) {
    return data.entries(count, from, step);
  }

  /** The key of record {@code i}. */
  String key(int i) {
    return data.key(i);
  }

  /** Another value for record {@code i}, in an array of its own. */
  byte[] another(int i) {
    byte[] value = new byte[data.valueBytes()];
    data.copyValue(i, value, 0);
    long digits = version.incrementAndGet();
    for (int at = value.length - 1; at >= headBytes; at--) {
      value[at] = (byte) DIGITS.charAt((int) (digits & 0xF));
      digits >>>= 4;
    }
    return value;
  }

  /** Whether {@code value} is one that record {@code i} has, or had before an update. */
  boolean isOf(int i, byte[] value) {
    if (value.length != data.valueBytes() || !data.hasValue(i, headBytes, value, 0)) {
      return false;
    }
    String tail = new String(value, headBytes, VERSION_DIGITS, US_ASCII);
    return tail.chars().allMatch(digit -> DIGITS.indexOf(digit) >= 0);
  }
}
