// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cachemark.store.Entry;
import cachemark.workload.KeySpace;
import cachemark.workload.Payload;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Every key and value of a load, one behind the other, made before anything is timed. Immutable and
 * thread-safe.
 */
public final class Data {
  /** Length of every key. */
  static final int KEY_BYTES = 32;

  private static final String LABEL = "load";

  private final int count;
  private final int valueBytes;
  private final byte[] keys;
  private final byte[] values;

  /**
   * Makes them.
   *
   * @param seed of all of them
   * @param prefix of every key
   * @param count of keys, 1 or more
   * @param valueBytes length of every value, 0 or more; all values together may have 2^31 - 9 bytes
   */
  public Data(long seed, String prefix, int count, int valueBytes) {
    this(seed, prefix, count, payload(seed, valueBytes)::value, valueBytes);
  }

  /** Makes them with values of hexadecimal digits. */
  static Data ofText(long seed, String prefix, int count, int valueBytes) {
    return new Data(seed, prefix, count, payload(seed, valueBytes)::hexValue, valueBytes);
  }

  private static Payload payload(long seed, int valueBytes) {
    return new Payload(seed ^ LABEL.hashCode(), valueBytes);
  }

  private Data(long seed, String prefix, int count, IntFunction<byte[]> valueOf, int valueBytes) {
    this.count = count;
    this.valueBytes = valueBytes;
    this.keys = new byte[Math.multiplyExact(count, KEY_BYTES)];
    this.values = new byte[Math.multiplyExact(count, valueBytes)];
    KeySpace space = new KeySpace(seed, LABEL, prefix);
    for (int i = 0; i < count; i++) {
      byte[] key = space.key(i).getBytes(US_ASCII);
      System.arraycopy(key, 0, keys, i * KEY_BYTES, KEY_BYTES);
      System.arraycopy(valueOf.apply(i), 0, values, i * valueBytes, valueBytes);
    }
  }

  /** How many keys there are. */
  public int count() {
    return count;
  }

  int valueBytes() {
    return valueBytes;
  }

  /** Every key with its value. */
  public Iterator<Entry> entries() {
    return IntStream.range(0, count).mapToObj(this::entry).iterator();
  }

  private Entry entry(int i) {
    return new Entry(key(i), Arrays.copyOfRange(values, i * valueBytes, (i + 1) * valueBytes));
  }

  /** Key {@code i}. */
  String key(int i) {
    return new String(keys, i * KEY_BYTES, KEY_BYTES, US_ASCII);
  }

  /** Puts key {@code i} where it belongs in a request. */
  void copyKey(int i, byte[] to, int at) {
    System.arraycopy(keys, i * KEY_BYTES, to, at, KEY_BYTES);
  }

  /** Puts value {@code i} where it belongs in a request. */
  void copyValue(int i, byte[] to, int at) {
    System.arraycopy(values, i * valueBytes, to, at, valueBytes);
  }

  /** Whether {@code in} has the first {@code length} bytes of key {@code i} at {@code at}. */
  boolean hasKey(int i, int length, byte[] in, int at) {
    int from = i * KEY_BYTES;
    return Arrays.equals(in, at, at + length, keys, from, from + length);
  }

  /** Whether {@code in} has the first {@code length} bytes of value {@code i} at {@code at}. */
  boolean hasValue(int i, int length, byte[] in, int at) {
    int from = i * valueBytes;
    return Arrays.equals(in, at, at + length, values, from, from + length);
  }
}
