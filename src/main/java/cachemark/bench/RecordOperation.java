// SPDX-License-Identifier: Apache-2.0
package cachemark.bench;

import cachemark.cacheaside.Repository;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;

/** What a benchmark method measures on a repository. */
enum RecordOperation {
  /** Reads the record and compares the value with what was written. */
  READ {
    @Override
    Attempt on(Repository repository) {
      return (entry, outcomes) ->
          outcomes.compare(repository.read(entry.key(), outcomes), entry.value());
    }
  },
  /** Writes the record. */
  WRITE {
    @Override
    Attempt on(Repository repository) {
      return (entry, outcomes) -> repository.write(entry.key(), entry.value(), outcomes);
    }
  };

  /** The operation that a benchmark method is named after. */
  static RecordOperation of(BenchmarkParams params) {
    String name = params.getBenchmark();
    String method = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return method.contains("write") ? WRITE : READ;
  }

  abstract Attempt on(Repository repository);
}
