// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.measure;

import cachemark.store.Entry;
import cachemark.store.KeyValueStore;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads of many keys in one request: right if every value came and no other. */
public final class Multiget {
  private Multiget() {}

  /**
   * The step with number <i>n</i> reads the <i>n</i>th so many of {@code entries}, from 0; what is
   * left over at their end is never read.
   *
   * @throws IllegalArgumentException if there are fewer entries than {@code keys}
   */
  public static Step on(KeyValueStore store, Entry[] entries, int keys) {
    if (entries.length < keys) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "keys=%d are fewer than the %d of one multiget: take more",
              entries.length,
              keys));
    }
    List<Some> all =
        IntStream.range(0, entries.length / keys)
            .mapToObj(i -> Some.of(Arrays.copyOfRange(entries, i * keys, (i + 1) * keys)))
            .toList();
    return (number, outcomes) -> {
      Some some = all.get(number);
      outcomes.read(some.areAll(store.getAll(some.keys())));
    };
  }

  /** What is asked for at once. */
  private record Some(List<Entry> entries, List<String> keys) {
    static Some of(Entry[] entries) {
      return new Some(List.of(entries), Arrays.stream(entries).map(Entry::key).toList());
    }

    boolean areAll(Map<String, byte[]> found) {
      return found.size() == entries.size()
          && entries.stream()
              .allMatch(entry -> Arrays.equals(entry.value(), found.get(entry.key())));
    }
  }
}
