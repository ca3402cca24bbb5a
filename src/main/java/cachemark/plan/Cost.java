// SPDX-License-Identifier: Apache-2.0
package cachemark.plan;

import cachemark.store.Connections;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a plan is expected to take. The prices are rough and of one small machine; a run tells the
 * time left from what its trials really took.
 */
public final class Cost {
  private static final double FORK_MILLIS = 1_100;
  private static final double CONNECT_AND_OPERATE_MICROS = 140;
  private static final double OPERATE_MICROS = 65;

  /** What a batch is as long as. */
  private static final List<Axis> COUNTED = List.of(Axis.OPERATIONS, Axis.OPEN_CONNECTIONS);

  private Cost() {}

  /** The expected time of one trial, from the start of its fork to the end. */
  public static Duration of(Cell cell, Timing timing) {
    double millis = FORK_MILLIS + timing.warmupMillis() + measuredMillis(cell, timing);
    return Duration.ofMillis(Math.round(millis));
  }

  /** The expected time of all rounds. */
  public static Duration of(Plan plan, int cores) {
    Duration round = Duration.ZERO;
    for (Map.Entry<Cell, Timing> cell : plan.cells(cores).entrySet()) {
      round = round.plus(of(cell.getKey(), cell.getValue()));
    }
    return round.multipliedBy(plan.rounds());
  }

  private static double measuredMillis(Cell cell, Timing timing) {
    if (cell.mode() != Mode.BATCH) {
      return (double) timing.iterations() * timing.iterationMillis();
    }
    boolean perOperation =
        cell.param(Axis.CONNECTIONS.parameter()).equals(Connections.PER_OP.name());
    double micros = perOperation ? CONNECT_AND_OPERATE_MICROS : OPERATE_MICROS;
    double operations = operations(cell) * cell.threads() * (timing.iterations() + 1);
    return operations * micros / 1_000;
  }

  private static double operations(Cell cell) {
    for (Axis axis : COUNTED) {
      String count = cell.param(axis.parameter());
      if (!count.isEmpty()) {
        return Integer.parseInt(count);
      }
    }
    return 1_000;
  }
}
