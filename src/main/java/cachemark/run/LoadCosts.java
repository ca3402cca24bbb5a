// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.bench.fork.TaskCounts;
import cachemark.load.LoadResult;
import cachemark.store.Access;
import cachemark.store.ServerCounters;
import cachemark.store.StoreAdmin;
import cachemark.store.StoreType;
import cachemark.store.Timeouts;
import cachemark.store.registry.StoreAdmins;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a load costs both sides: CPU time of the measurement, and what the server counted from
 * before the warm-up to the end. Made before the load begins; not thread-safe.
 */
final class LoadCosts {
  private final OptionalLong pid;
  private final StoreType store;
  private final Access access;
  private final ServerCounters before;
  private final Map<String, Long> costs = new TreeMap<>();
  private Optional<TaskCounts> measuring = Optional.empty();

  LoadCosts(OptionalLong pid, StoreType store, Access access) {
    this.pid = pid;
    this.store = store;
    this.access = access;
    this.before = counters();
  }

  /** The measurement begins. */
  void measuring() {
    measuring = tasks();
  }

  /** The measurement is over. */
  void measured() {
    tasks().ifPresent(now -> measuring.ifPresent(then -> costs.putAll(now.since(then, "server"))));
  }

  /** All of it, by name. */
  Map<String, Long> of(LoadResult result) {
    costs.putAll(counters().since(before).counts());
    if (result.cpuNanos() >= 0) {
      costs.put("clientCpuNanos", result.cpuNanos());
    }
    return costs;
  }

  private Optional<TaskCounts> tasks() {
    return pid.isEmpty() ? Optional.empty() : TaskCounts.of(pid.getAsLong());
  }

  private ServerCounters counters() {
    try (StoreAdmin admin = StoreAdmins.open(store, access, Timeouts.DEFAULT)) {
      return admin.counters();
    }
  }
}
