// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import cachemark.store.Entry;
import cachemark.workload.ValueSizes;
import java.util.Iterator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every record of a table under load, made before anything is timed. A value is hexadecimal digits,
 * which a column of text takes as they are: its head tells whose it is, its last {@value
 * #VERSION_DIGITS} digits which update wrote it, 0 for none, so that no update writes what is there
 * already. Immutable and thread-safe.
 */
public final class Records {
  /** The shortest value: half of it still tells keys apart. */
  public static final int LEAST_VALUE_BYTES = 16;

  /** The longest. */
  public static final int MOST_VALUE_BYTES = 1 << 20;

  static final int VERSION_DIGITS = 8;

  private static final String DIGITS = "0123456789abcdef";

  private final Data data;

  /** Null where all values have one length. */
  private final @Nullable SizedValues sized;

  /** The lengths of all values before any update; used where they differ. */
  private final IntUnaryOperator bytes;

  /** Makes them; as {@link Data}, but values have {@link #LEAST_VALUE_BYTES} bytes or more. */
  public Records(long seed, String prefix, int count, int valueBytes) {
    if (valueBytes < LEAST_VALUE_BYTES) {
      throw new IllegalArgumentException(
          "value bytes are " + valueBytes + "; of a table they go from " + LEAST_VALUE_BYTES);
    }
    this.data = Data.ofText(seed, prefix, count, valueBytes);
    this.sized = null;
    this.bytes = i -> valueBytes;
  }

  /** Makes them with values of these lengths, all of {@link #LEAST_VALUE_BYTES} bytes or more. */
  public Records(long seed, String prefix, int count, ValueSizes sizes) {
    this.data = Data.ofText(seed, prefix, count, 0);
    this.sized = new SizedValues(seed);
    this.bytes = sizes::bytes;
  }

  /** Makes those of the rows that {@code trace} is replayed on. */
  public Records(long seed, String prefix, Trace trace) {
    this.data = Data.ofText(seed, prefix, trace.rows(), 0);
    this.sized = new SizedValues(seed);
    this.bytes = trace::bytes;
  }

  /** The first {@code count} of them, as they are before any update. */
  public Iterator<Entry> entries(int count) {
    return entries(count, 0, 1);
  }

  /** Every {@code step}-th of the first {@code count} of them, from one on. */
  public Iterator<Entry> entries(int count, int from, int step) {
    return IntStream.range(0, count)
        .filter(i -> i % step == from)
        .mapToObj(i -> new Entry(key(i), value(i, bytes(i), 0)))
        .iterator();
  }

  /** The key of record {@code i}. */
  String key(int i) {
    return data.key(i);
  }

  /** The length of the value of record {@code i} before any update. */
  int bytes(int i) {
    return bytes.applyAsInt(i);
  }

  /**
   * The value of record {@code i} that the update of this version writes, in an array of its own.
   *
   * @param length of it; where all have one length, that
   */
  byte[] value(int i, int length, long version) {
    byte[] value = head(i, length);
    long digits = version;
    for (int at = length - 1; at >= length - VERSION_DIGITS; at--) {
      value[at] = (byte) DIGITS.charAt((int) (digits & 0xF));
      digits >>>= 4;
    }
    return value;
  }

  /** With room for the version behind it. */
  private byte[] head(int i, int length) {
    if (sized != null) {
      return sized.value(i, length);
    }
    byte[] value = new byte[length];
    data.copyValue(i, value, 0);
    return value;
  }

  private boolean isOf(int i, byte[] value, int headBytes) {
    return sized == null
        ? value.length == data.valueBytes() && data.hasValue(i, headBytes, value, 0)
        : sized.isOf(i, value, headBytes);
  }

  /** Which version of record {@code i} a value is; -1 if it is none of it. */
  long version(int i, byte[] value) {
    int headBytes = value.length - VERSION_DIGITS;
    if (value.length < LEAST_VALUE_BYTES || !isOf(i, value, headBytes)) {
      return -1;
    }
    long version = 0;
    for (int at = headBytes; at < value.length; at++) {
      int digit = DIGITS.indexOf(value[at]);
      if (digit < 0) {
        return -1;
      }
      version = version << 4 | digit;
    }
    return version;
  }
}
