// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.plan.Mode;
import cachemark.result.TrialRecord;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What one operation cost either side; NaN where the trial does not tell. An operation is one
 * request, however many keys it asks for.
 */
public final class Costs {
  private static final double NANOS_PER_MICRO = 1_000;
  private static final String OPERATIONS_DONE = "operationsDone";

  private Costs() {}

  /** CPU time of the client, in microseconds. */
  public static double clientMicros(TrialRecord trial) {
    return perOperation(trial, "clientCpuNanos") / NANOS_PER_MICRO;
  }

  /** CPU time of the cache's server, or of all of them, in microseconds. */
  public static double serverMicros(TrialRecord trial) {
    return perOperation(trial, "serverCpuNanos") / NANOS_PER_MICRO;
  }

  /** CPU time of the proxy before the servers, in microseconds. */
  public static double proxyMicros(TrialRecord trial) {
    return perOperation(trial, "proxyCpuNanos") / NANOS_PER_MICRO;
  }

  /** CPU time of the database, in microseconds. */
  public static double databaseMicros(TrialRecord trial) {
    return perOperation(trial, "databaseCpuNanos") / NANOS_PER_MICRO;
  }

  /** Bytes in both directions between the client and all servers. */
  public static double wireBytes(TrialRecord trial) {
    return sum(
        Stream.of("bytesRead", "bytesWritten", "databaseBytesRead", "databaseBytesWritten")
            .filter(trial.server()::containsKey)
            .mapToDouble(name -> perOperation(trial, name))
            .toArray());
  }

  /** How often a thread of the client or of a server gave its core up, or had to. */
  public static double switches(TrialRecord trial) {
    return sum(
        trial.server().keySet().stream()
            .filter(name -> name.endsWith("oluntarySwitches"))
            .mapToDouble(name -> perOperation(trial, name))
            .toArray());
  }

  /** Bytes that the client allocated. */
  public static double allocatedBytes(TrialRecord trial) {
    return perOperation(trial, "clientAllocatedBytes");
  }

  /** The percentage of the time that the client collected garbage. */
  public static double gcPercent(TrialRecord trial) {
    return 100 * cost(trial, "clientGcNanos") / cost(trial, "wallNanos");
  }

  /** All requests that are in the costs of a trial. */
  static double operations(TrialRecord trial) {
    if (trial.cell().mode() != Mode.BATCH) {
      return cost(trial, OPERATIONS_DONE);
    }
    double connections = Measures.number(trial.cell(), "openConnections");
    double batch =
        Double.isNaN(connections)
            ? Measures.number(trial.cell(), "operations") * trial.cell().threads()
            : connections;
    return batch * trial.measured().count();
  }

  private static double perOperation(TrialRecord trial, String name) {
    double operations = operations(trial);
    return operations > 0 ? cost(trial, name) / operations : Double.NaN;
  }

  private static double cost(TrialRecord trial, String name) {
    Long cost = trial.server().get(name);
    return cost == null ? Double.NaN : cost;
  }

  private static double sum(double... values) {
    return values.length == 0 ? Double.NaN : Arrays.stream(values).sum();
  }
}
