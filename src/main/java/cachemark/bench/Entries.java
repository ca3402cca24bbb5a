// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.Entry;
import cachemark.workload.KeySpace;
import cachemark.workload.Payload;
import java.util.Iterator;
import java.util.stream.LongStream;

/** The numbered keys and values of one purpose. Immutable and thread-safe. */
final class Entries {
  private final KeySpace keys;
  private final Payload values;

  Entries(String label, int valueBytes) {
    long seed = RunProperties.seed();
    this.keys = new KeySpace(seed, label);
    this.values = new Payload(seed ^ label.hashCode(), valueBytes);
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

  private Entry entry(long number) {
    return new Entry(keys.key(number), values.value(number));
  }
}
