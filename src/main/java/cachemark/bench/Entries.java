// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.Entry;
import cachemark.workload.KeySpace;
import cachemark.workload.Payload;
import java.util.Iterator;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** The numbered keys and values of one purpose. Immutable and thread-safe. */
final class Entries {
  private final KeySpace keys;
  private final LongFunction<byte[]> values;

  private Entries(KeySpace keys, LongFunction<byte[]> values) {
    this.keys = keys;
    this.values = values;
  }

  /** Entries whose values are any bytes. */
  static Entries ofBytes(String label, int valueBytes) {
    return new Entries(keys(label), payload(label, valueBytes)::value);
  }

  /** Entries whose values are hexadecimal digits, which a column of text takes as they are. */
  static Entries ofText(String label, int valueBytes) {
    return new Entries(keys(label), payload(label, valueBytes)::hexValue);
  }

  /** Those from {@code first}, made as they are asked for. */
  Iterator<Entry> stream(long first, long count) {
    return LongStream.range(first, first + count).mapToObj(this::entry).iterator();
  }

  /** Those from {@code first}, made now, so that nothing is made while time is taken. */
  Entry[] array(long first, int count) {
    Entry[] array = new Entry[count];
    for (int i = 0; i < count; i++) {
      array[i] = entry(first + i);
    }
    return array;
  }

  /** The one with this number, made now. */
  Entry entry(long number) {
    return new Entry(keys.key(number), values.apply(number));
  }

  private static KeySpace keys(String label) {
    return new KeySpace(RunProperties.seed(), label);
  }

  private static Payload payload(String label, int valueBytes) {
    return new Payload(RunProperties.seed() ^ label.hashCode(), valueBytes);
  }
}
