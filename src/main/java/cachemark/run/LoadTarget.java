// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.load.CachedTable;
import cachemark.load.HistogramLog;
import cachemark.load.LoadPlan;
import cachemark.load.LoadResult;
import cachemark.load.LoadRig;
import java.util.List;

/** What loads are put on. Closed with the last of them. */
interface LoadTarget extends AutoCloseable {
  /** Makes it hold what a load asks for; before each of them. */
  void prepare();

  /**
   * Puts a load on it.
   *
   * @param yields whether others than the loading threads may need their cores
   */
  LoadResult load(LoadPlan plan, boolean yields, HistogramLog log, LoadRig.Watcher watcher);

  /** The servers that it is on. */
  List<LoadedServer> servers();

  @Override
  void close();

  /** What {@code request} is about, on these servers. */
  static LoadTarget of(LoadRequest request, ServerRig rig, TableRows rows) {
    return request.plan().subject() instanceof CachedTable table
        ? new TableTarget(request.plan(), table, rig, rows, null)
        : new CacheTarget(request.plan(), rig);
  }
}
