// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Axis;
import cachemark.plan.Trial;
import cachemark.store.StoreType;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;

/** Which servers trials need. */
final class Needs {
  private static final String ECHO = "FloorBenchmark.echo";

  private Needs() {}

  static Set<StoreType> stores(List<Trial> trials) {
    return trials.stream()
        .map(trial -> trial.cell().param(Axis.STORE.parameter()))
        .filter(store -> !store.isEmpty())
        .map(StoreType::valueOf)
        .collect(Collectors.toSet());
  }

  static boolean echo(List<Trial> trials) {
    return trials.stream().anyMatch(trial -> isEcho(trial.cell().benchmark()));
  }

  /** The megabytes that a fork puts into a memcached of its own, if it needs one. */
  static OptionalInt capacity(BenchmarkParams params) {
    String megabytes = params.getParam(Axis.MEGABYTES.parameter());
    return megabytes == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(megabytes));
  }

  static boolean isEcho(String benchmark) {
    return benchmark.equals(ECHO);
  }
}
