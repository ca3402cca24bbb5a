// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.bench.fork.TaskCounts;
import cachemark.load.LoadResult;
import cachemark.run.LoadedServer.Held;
import cachemark.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a load costs both sides: CPU time of the measurement, and what the servers counted from
 * before the warm-up to the end. Not thread-safe.
 */
final class LoadCosts {
  private final List<LoadedServer> servers;
  private final Map<String, Long> before = new HashMap<>();
  private final Map<LoadedServer, TaskCounts> measuring = new HashMap<>();
  private final Map<String, Long> costs = new TreeMap<>();
  private final List<String> silences = new ArrayList<>();
  private @Nullable Held held;

  LoadCosts(List<LoadedServer> servers) {
    this.servers = List.copyOf(servers);
  }

  /** Every connection is there, and nothing has been asked yet. */
  void connected() {
    servers.forEach(server -> before.putAll(server.counters()));
  }

  /** The measurement begins. */
  void measuring() {
    servers.forEach(server -> server.tasks().ifPresent(now -> measuring.put(server, now)));
  }

  /** The measurement is over. */
  void measured() {
    measuring.forEach(
        (server, then) ->
            server.tasks().ifPresent(now -> costs.putAll(now.since(then, server.side()))));
  }

  /** All of it, by name; a server that does not answer any more has no counts. */
  Map<String, Long> of(LoadResult result) {
    servers.forEach(this::count);
    if (result.cpuNanos() >= 0) {
      costs.put("clientCpuNanos", result.cpuNanos());
    }
    return costs;
  }

  /** What the cache holds after all of it; null where that is not known. */
  @Nullable Held held() {
    return held;
  }

  /** Which servers do not tell what they counted, and why, a sentence each. */
  List<String> silences() {
    return silences;
  }

  private void count(LoadedServer server) {
    try {
      server.held().ifPresent(now -> held = now);
      server
          .counters()
          .forEach((name, count) -> costs.put(name, count - before.getOrDefault(name, count)));
    } catch (StoreException e) {
      silences.add("what " + server.name() + " counted is not known: " + e.getMessage());
    }
  }
}
