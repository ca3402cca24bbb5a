// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.load.CachedTable;
import cachemark.load.LoadException;
import cachemark.load.LoadPlan;
import cachemark.machine.RunLock;
import cachemark.plan.PlanException;
import cachemark.plan.workload.CacheEvent;
import cachemark.plan.workload.LoadCell;
import cachemark.result.workload.WorkloadRecord;
import cachemark.store.StoreException;
import cachemark.store.StoreType;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Puts the loads of a workload on servers that it starts or finds, and stores what came of them.
 */
public final class WorkloadRunner {
  private final WorkloadListener listener;

  public WorkloadRunner(WorkloadListener listener) {
    this.listener = listener;
  }

  /** A workload as stored, and where. */
  public record Stored(WorkloadRecord workload, Path folder) {}

  /** Puts every load on, as often as asked. */
  public Stored run(WorkloadRequest request) {
    PlanRunner.requireWritable(request.results());
    requireMortal(request);
    Needs needs = new Needs(standing(request), true, false);
    try (RunLock lock = RunLock.take();
        ServerRig rig = ServerRig.start(needs, request.servers(), listener::news)) {
      return run(request, rig);
    }
  }

  private Stored run(WorkloadRequest request, ServerRig rig) {
    try (TableRows rows = new TableRows(rig)) {
      WorkloadSession session = WorkloadSession.begin(request, rig, rows, listener);
      session.run();
      return session.end();
    } catch (LoadException | StoreException e) {
      throw new RunException(rig.lost().orElse(String.valueOf(e.getMessage())), e);
    }
  }

  /** Only servers of ours are killed. */
  private static void requireMortal(WorkloadRequest request) {
    boolean kills = request.loads().keySet().stream().anyMatch(WorkloadRunner::kills);
    PlanException.require(
        !kills || request.servers().external().isEmpty(),
        "the plan kills a cache, and --servers names servers that are there already: leave those"
            + " loads out with --only, or use --servers local or docker");
  }

  /** Whether a load needs a cache that can be killed. */
  static boolean kills(LoadCell cell) {
    return cell.events().stream().anyMatch(event -> event.what() != CacheEvent.What.FLUSH);
  }

  /** Whether a load needs a cache that is started for it alone. */
  static boolean needsOwn(LoadCell cell, LoadPlan plan) {
    return plan.subject() instanceof CachedTable table
        && table.hasCache()
        && (table.memory() != null || kills(cell));
  }

  private static Set<StoreType> standing(WorkloadRequest request) {
    Set<StoreType> stores = EnumSet.noneOf(StoreType.class);
    for (Map.Entry<LoadCell, LoadPlan> load : request.loads().entrySet()) {
      if (!needsOwn(load.getKey(), load.getValue())
          && load.getValue().subject() instanceof CachedTable table) {
        table.cache().store().ifPresent(stores::add);
      }
    }
    return stores;
  }
}
