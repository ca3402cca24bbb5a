// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import static cachemark.report.catalogue.Catalogue.CLOSED_LOOP;
import static cachemark.report.catalogue.Catalogue.id;

import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.report.figure.Quantity;
import cachemark.report.finding.Costliness;
import cachemark.result.TrialRecord;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What a proxy before memcached costs, and a client that shares the keys between servers. */
final class PathFigures {
  private static final Variant VARIANT = Variant.TODAY;
  private static final Selection CELLS =
      new Selection(Set.of("hop"), VARIANT, Mode.SAMPLE, Selection.Threads.ANY);

  private PathFigures() {}

  static List<FigureSpec> specs() {
    return List.of(
        spec("get", "get"),
        spec("set", "set"),
        spec("multiget10", "multiget of 10 keys"),
        spec("multiget100", "multiget of 100 keys"));
  }

  private static FigureSpec spec(String method, String operation) {
    return new FigureSpec(
        id("hop-" + method, VARIANT),
        "What a hop costs: " + operation,
        CELLS.of(method),
        new Paths(operation),
        List.of(
            lens("p50", Quantity.SERVICE_MICROS, trial -> Measures.micros(trial, 50)),
            lens("p99", Quantity.SERVICE_MICROS, trial -> Measures.micros(trial, 99)),
            lens("Proxy CPU", Quantity.PROXY_CPU_MICROS, Costs::proxyMicros)),
        Costliness::ofTimes,
        "One "
            + operation
            + " by each path to memcached: the median and the 99th percentile of the time it takes,"
            + " and the CPU time of the proxy where there is one. Clients are thin sockets, but for"
            + " XMemcached, whose row has the library's own cost in it. Our proxy has a backup, so"
            + " it writes everything twice; twemproxy has none. Proxies share the servers' cores."
            + CLOSED_LOOP);
  }

  private static Lens lens(String title, Quantity quantity, ToDoubleFunction<TrialRecord> value) {
    return new Lens(
        title,
        quantity,
        Paths.rows(title),
        Paths.PATH,
        true,
        trial ->
            List.of(new Lens.Observation(Paths.row(trial.cell()), value.applyAsDouble(trial))));
  }
}
