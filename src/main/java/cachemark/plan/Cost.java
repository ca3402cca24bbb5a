// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import cachemark.store.CacheType;
import cachemark.store.Connections;
import cachemark.store.Index;
import java.time.Duration;
import java.util.Map;

/**
 * What a plan is expected to take. Rough: a run tells the time left from what its trials really
 * took.
 *
 * @param prices of the machine it is to run on
 */
public record Cost(Prices prices) {
  /** At prices nobody has measured. */
  public static final Cost ASSUMED = new Cost(Prices.ASSUMED);

  private static final double FORK_MILLIS = 900;
  private static final double LOAD_MICROS = 8; // a row or an entry, many in one go

  /** The expected time of one trial, from the start of its fork to the end. */
  public Duration of(Cell cell, Timing timing) {
    double millis = FORK_MILLIS + timing.warmupMillis() + measuredMillis(cell, timing);
    return Duration.ofMillis(Math.round(millis));
  }

  /** The expected time of all trials of a cell in one round. */
  public Duration of(Cell cell, Effort effort) {
    return of(cell, effort.timing()).multipliedBy(effort.arms().size());
  }

  /** The expected time of all rounds. */
  public Duration of(Plan plan, int cores) {
    Duration round = Duration.ZERO;
    for (Map.Entry<Cell, Effort> cell : plan.cells(cores).entrySet()) {
      round = round.plus(of(cell.getKey(), cell.getValue()));
    }
    return round.multipliedBy(plan.rounds());
  }

  private double measuredMillis(Cell cell, Timing timing) {
    if (cell.mode() != Mode.BATCH) {
      return (double) timing.iterations() * timing.iterationMillis();
    }
    double operations = operations(cell);
    double micros = cell.param(Axis.CACHE.parameter()).isEmpty() ? store(cell) : record(cell);
    return operations * timing.iterations() * (micros + LOAD_MICROS) / 1_000;
  }

  /** An operation on a cache alone. */
  private double store(Cell cell) {
    return prices.operateMicros() + (isPerOperation(cell) ? prices.connectMicros() : 0);
  }

  /** A read or a write of a record, with the cache that may be in front. */
  private double record(Cell cell) {
    boolean cached = !cell.param(Axis.CACHE.parameter()).equals(CacheType.NONE.name());
    boolean write = cell.method().startsWith("write");
    double micros = isPerOperation(cell) ? prices.loginMicros() : 0;
    if (cached) {
      micros += store(cell) + (write ? prices.operateMicros() : 0);
    }
    if (write) {
      return micros + prices.insertMicros();
    }
    return cached ? micros : micros + select(cell);
  }

  private double select(Cell cell) {
    boolean scan = cell.param(Axis.INDEX.parameter()).equals(Index.NONE.name());
    double rows = scan ? operations(cell) : 0;
    return prices.selectMicros() + rows * prices.scanNanos() / 1_000;
  }

  private static boolean isPerOperation(Cell cell) {
    return cell.param(Axis.CONNECTIONS.parameter()).equals(Connections.PER_OP.name());
  }

  /** Of all threads: each does all operations of a batch, and opens its share of connections. */
  private static double operations(Cell cell) {
    String connections = cell.param(Axis.OPEN_CONNECTIONS.parameter());
    if (!connections.isEmpty()) {
      return Integer.parseInt(connections);
    }
    String operations = cell.param(Axis.OPERATIONS.parameter());
    return (double) cell.threads() * (operations.isEmpty() ? 1_000 : Integer.parseInt(operations));
  }
}
