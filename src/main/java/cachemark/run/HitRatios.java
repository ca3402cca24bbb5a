// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.load.CachedTable;
import cachemark.load.LoadResult;
import cachemark.result.load.LoadCache;
import cachemark.run.LoadedServer.Held;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many look-ups in the cache found something, by what was asked and by what the server counted
 * of it. Pure.
 */
final class HitRatios {
  private static final double TOLERANCE = 1e-3;

  private HitRatios() {}

  /** The ratio of look-ups so counted, or null where there are none or that is not known. */
  private static @Nullable Double of(Map<String, Long> counts) {
    Long hits = counts.get("hits");
    long gets = counts.getOrDefault("gets", 0L);
    return hits == null || gets == 0 ? null : (Double) (hits / (double) gets);
  }

  /** What is stored of the cache in front of a table, or null where there is none. */
  static @Nullable LoadCache cache(
      LoadResult result, Map<String, Long> server, @Nullable Held held) {
    if (!(result.plan().subject() instanceof CachedTable table && table.hasCache())) {
      return null;
    }
    return new LoadCache(
        held == null ? null : (Long) held.items(),
        held == null ? null : (Long) held.bytes(),
        server.get("evictions"),
        of(result.asked()),
        of(server));
  }

  /**
   * What is wrong where they do not agree, in a sentence.
   *
   * @param server what the server counted, or nothing where others may have used it too
   */
  static Optional<String> discord(LoadResult result, Map<String, Long> server) {
    Double client = of(result.asked());
    Double counted = of(server);
    if (client == null || counted == null || Math.abs(client - counted) <= TOLERANCE) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%.2f %% of the look-ups in the cache found something, and by the server's own counters"
                + " %.2f %%",
            100 * client,
            100 * counted));
  }
}
