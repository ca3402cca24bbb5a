// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.plan.Cell;
import cachemark.report.catalogue.Costs;
import cachemark.result.TrialRecord;
import cachemark.result.Trials;
import cachemark.result.Verdict;
import cachemark.stats.Summary;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * What one operation of a cell costs: medians over its rounds, NaN where no trial tells.
 *
 * @param cell whose operation
 * @param clientMicros CPU time of the client
 * @param serverMicros CPU time of the cache's server
 * @param databaseMicros CPU time of the database
 * @param proxyMicros CPU time of the proxy before the cache's servers
 * @param wireBytes in both directions
 * @param switches of threads of either side
 * @param allocatedBytes by the client
 * @param gcPercent of the time
 * @param clientToServers how many times the CPU time of all servers and the proxy the client spends
 */
record CellCosts(
    Cell cell,
    double clientMicros,
    double serverMicros,
    double databaseMicros,
    double proxyMicros,
    double wireBytes,
    double switches,
    double allocatedBytes,
    double gcPercent,
    double clientToServers) {

  /** The costs of every cell that tells any, by name. */
  static List<CellCosts> of(List<TrialRecord> trials) {
    Map<Cell, List<TrialRecord>> cells =
        Trials.byCell(
            trials.stream()
                .filter(trial -> trial.verdict() != Verdict.INVALID)
                .filter(trial -> Double.isFinite(Costs.clientMicros(trial))));
    return cells.entrySet().stream().map(cell -> of(cell.getKey(), cell.getValue())).toList();
  }

  private static CellCosts of(Cell cell, List<TrialRecord> trials) {
    return new CellCosts(
        cell,
        median(trials, Costs::clientMicros),
        median(trials, Costs::serverMicros),
        median(trials, Costs::databaseMicros),
        median(trials, Costs::proxyMicros),
        median(trials, Costs::wireBytes),
        median(trials, Costs::switches),
        median(trials, Costs::allocatedBytes),
        median(trials, Costs::gcPercent),
        median(trials, CellCosts::clientToServers));
  }

  private static double median(List<TrialRecord> trials, ToDoubleFunction<TrialRecord> measure) {
    return Summary.of(
            trials.stream().mapToDouble(measure).filter(Double::isFinite).sorted().toArray())
        .map(Summary::median)
        .orElse(Double.NaN);
  }

  private static double clientToServers(TrialRecord trial) {
    double servers =
        DoubleStream.of(
                Costs.serverMicros(trial), Costs.databaseMicros(trial), Costs.proxyMicros(trial))
            .filter(Double::isFinite)
            .sum();
    return servers == 0 ? Double.NaN : Costs.clientMicros(trial) / servers;
  }
}
