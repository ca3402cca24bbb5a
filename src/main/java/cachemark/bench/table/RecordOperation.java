// SPDX-License-Identifier: Apache-2.0
package cachemark.bench.table;

import cachemark.bench.measure.Step;
import cachemark.cacheaside.Repository;
import cachemark.store.Entry;
import java.util.Locale;
import java.util.function.IntFunction;
import org.openjdk.jmh.infra.BenchmarkParams;

/** What a benchmark method measures on a repository. */
enum RecordOperation {
  /** Reads the record and compares the value with what was written. */
  READ {
    @Override
    Step on(Repository repository, IntFunction<Entry> entries) {
      return (number, outcomes) -> {
        Entry entry = entries.apply(number);
        outcomes.compare(repository.read(entry.key(), outcomes), entry.value());
      };
    }
  },
  /** Writes the record. */
  WRITE {
    @Override
    Step on(Repository repository, IntFunction<Entry> entries) {
      return (number, outcomes) -> {
        Entry entry = entries.apply(number);
        repository.write(entry.key(), entry.value(), outcomes);
      };
    }
  };

  /** The operation that a benchmark method is named after. */
  static RecordOperation of(BenchmarkParams params) {
    String name = params.getBenchmark();
    String method = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return method.contains("write") ? WRITE : READ;
  }

  /** The operation on entries by their number. */
  abstract Step on(Repository repository, IntFunction<Entry> entries);
}
