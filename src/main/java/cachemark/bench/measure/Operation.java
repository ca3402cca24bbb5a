// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.measure;

import cachemark.store.Entry;
import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;

/** What a benchmark method measures on a store. */
public enum Operation {
  /** Reads the key and compares the value with what was written. */
  GET {
    @Override
    public Step on(KeyValueStore store, Entry[] entries) {
      return (number, outcomes) ->
          outcomes.read(store.get(entries[number].key()), entries[number].value());
    }
  },
  /** Writes the value, to stay. */
  SET {
    @Override
    public Step on(KeyValueStore store, Entry[] entries) {
      return (number, outcomes) -> {
        store.set(entries[number].key(), entries[number].value(), Expiry.NEVER);
        outcomes.stored();
      };
    }
  };

  /** The operation that a benchmark method is named after. */
  public static Operation of(BenchmarkParams params) {
    String name = params.getBenchmark();
    String method = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return method.contains("set") ? SET : GET;
  }

  /** The operation on entries by their number. */
  public abstract Step on(KeyValueStore store, Entry[] entries);
}
