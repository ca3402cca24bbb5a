// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.store.Expiry;
import cachemark.store.KeyValueStore;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;

/** What a benchmark method measures on a store. */
enum Operation {
  /** Reads the key and compares the value with what was written. */
  GET {
    @Override
    Attempt on(KeyValueStore store) {
      return (entry, outcomes) -> outcomes.read(store.get(entry.key()), entry.value());
    }
  },
  /** Writes the value, to stay. */
  SET {
    @Override
    Attempt on(KeyValueStore store) {
      return (entry, outcomes) -> {
        store.set(entry.key(), entry.value(), Expiry.NEVER);
        outcomes.stored();
      };
    }
  };

  /** The operation that a benchmark method is named after. */
  static Operation of(BenchmarkParams params) {
    String name = params.getBenchmark();
    String method = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return method.contains("set") ? SET : GET;
  }

  abstract Attempt on(KeyValueStore store);
}
