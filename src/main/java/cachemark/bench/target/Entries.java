// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.target;

import cachemark.bench.fork.RunProperties;
import cachemark.store.Access;
import cachemark.store.Entry;
import cachemark.workload.KeySpace;
import cachemark.workload.Payload;
import java.util.Iterator;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** The numbered keys and values of one purpose. Immutable and thread-safe. */
public final class Entries {
  private final KeySpace keys;
  private final LongFunction<byte[]> values;

  private Entries(KeySpace keys, LongFunction<byte[]> values) {
    this.keys = keys;
    this.values = values;
  }

  /** Entries for the server of {@code access}, whose values are any bytes. */
  public static Entries ofBytes(Access access, String label, int valueBytes) {
    return new Entries(keys(access, label), payload(label, valueBytes)::value);
  }

  /** Entries whose values are hexadecimal digits, which a column of text takes as they are. */
  public static Entries ofText(Access access, String label, int valueBytes) {
    return new Entries(keys(access, label), payload(label, valueBytes)::hexValue);
  }

  /** Those from {@code first}, made as they are asked for. */
  public Iterator<Entry> stream(long first, long count) {
    return LongStream.range(first, first + count).mapToObj(this::entry).iterator();
  }

  /** Those from {@code first}, made now, so that nothing is made while time is taken. */
  public Entry[] array(long first, int count) {
    Entry[] array = new Entry[count];
    for (int i = 0; i < count; i++) {
      array[i] = entry(first + i);
    }
    return array;
  }

  /** The one with this number, made now. */
  public Entry entry(long number) {
    return new Entry(keys.key(number), values.apply(number));
  }

  private static KeySpace keys(Access access, String label) {
    return new KeySpace(RunProperties.seed(), label, access.keyPrefix());
  }

  private static Payload payload(String label, int valueBytes) {
    return new Payload(RunProperties.seed() ^ label.hashCode(), valueBytes);
  }
}
