// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.load.Effect;
import cachemark.result.ServerFacts;
import cachemark.result.load.LoadCache;
import cachemark.result.load.LoadRecord;
import cachemark.result.load.LoadReplay;
import cachemark.result.load.LoadSettings;
import cachemark.result.load.LoadStaleness;
import cachemark.result.load.LoadStep;
import cachemark.result.load.LoadTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people are told of a table under load, beside what they are told of every load. */
final class TableSummary {
  /** What became of requests, in words that are true of a table. */
  private static final Map<String, String> WORDS =
      Map.of(
          "hits", "read",
          "misses", "readNothing",
          "stored", "updated",
          "notStored", "updatedNothing");

  private static final String LEASE = "lease";

  private static final Set<String> WAY =
      Arrays.stream(Effect.values()).map(Effect::text).collect(Collectors.toUnmodifiableSet());

  private final LoadRecord load;
  private final LoadTable table;

  TableSummary(LoadRecord load, LoadTable table) {
    this.load = load;
    this.table = table;
  }

  /** The servers, the first that requests come to first. */
  String servers() {
    ServerFacts database = load.database();
    String first = named(load.server());
    return database == null ? first + " alone" : first + " in front of " + named(database);
  }

  private static String named(ServerFacts server) {
    return server.name() + " " + server.version() + " (" + server.source() + ")";
  }

  /** What was asked for, a line each. */
  List<String> settings() {
    LoadSettings s = load.settings();
    String requests =
        String.format(
            Locale.ROOT,
            "%s, each a thread; %s; seed %d",
            LoadSummary.counted(s.connections(), "connection"),
            s.requests("reads", "records", ", the others updates"),
            s.seed());
    return List.of(requests, table.words());
  }

  /** A count of requests by its name; empty for what requests did on their way. */
  static String word(String name) {
    return WAY.contains(name) ? "" : WORDS.getOrDefault(name, name);
  }

  /** What spends CPU time, in a word: the server that requests come to first is the cache. */
  static String side(String name) {
    return name.equals("server") ? "cache" : name;
  }

  /** What a step did to cache and table, a line each. */
  List<String> way(LoadStep step) {
    List<String> lines = new ArrayList<>();
    OptionalDouble ratio = step.hitRatio();
    if (ratio.isPresent()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "cache: hit ratio %.2f %%%s",
              100 * ratio.getAsDouble(),
              counts(step, "cache")));
    }
    String leases = counts(step, "leases");
    if (!leases.isEmpty()) {
      lines.add("leases:" + leases);
    }
    held(step).ifPresent(lines::add);
    stale(step).ifPresent(lines::add);
    lines.add(
        String.format(
            Locale.ROOT,
            "table: %,.1f queries/s%s",
            queriesPerSecond(step),
            counts(step, "rows") + counts(step, "loads")));
    LoadReplay replay = step.replay();
    if (replay != null) {
      replay.sentences(step, load.settings()).forEach(said -> lines.add("trace: " + said));
    }
    return lines;
  }

  private Optional<String> held(LoadStep step) {
    LoadCache cache = step.cache();
    if (cache == null || cache.itemsHeld() == null) {
      return Optional.empty();
    }
    OptionalDouble bytes = cache.bytesPerItem();
    return Optional.of(
        String.format(
            Locale.ROOT,
            "       %,d items at the end%s%s%s%s",
            cache.itemsHeld(),
            bytes.isEmpty()
                ? ""
                : String.format(Locale.ROOT, " of %.0f bytes each", bytes.getAsDouble()),
            said(", %,.0f evicted", cache.evictions()),
            said(
                ", hit ratio by its own counters %.2f %%"
                    + (table.policy().equals(LEASE) ? ", which take a lease for a hit" : ""),
                percent(cache.serverHitRatio())),
            said(", as asked %.2f %%, both with the warm-up", percent(cache.clientHitRatio()))));
  }

  private static Optional<String> stale(LoadStep step) {
    LoadStaleness stale = step.staleness();
    if (stale == null) {
      return Optional.empty();
    }
    String line =
        String.format(
            Locale.ROOT,
            "stale: %,d of %,d reads, %,.1f per million",
            stale.staleReads(),
            stale.reads(),
            stale.perMillionReads());
    String spells =
        String.format(
            Locale.ROOT,
            "; in %,d spells, p99 %s, longest %s",
            stale.spells(),
            LoadSummary.time(stale.p99Nanos()),
            LoadSummary.time(stale.longestNanos()));
    return Optional.of(stale.spells() == 0 ? line : line + spells);
  }

  private static String said(String words, @Nullable Number number) {
    return number == null ? "" : String.format(Locale.ROOT, words, number.doubleValue());
  }

  private static @Nullable Double percent(@Nullable Double ratio) {
    return ratio == null ? null : (Double) (100 * ratio);
  }

  /** The same in few words, for a line of a series. */
  String brief(LoadStep step) {
    String queries = String.format(Locale.ROOT, "%,.0f queries/s", queriesPerSecond(step));
    return step.hitRatio().isEmpty()
        ? queries
        : String.format(
            Locale.ROOT, "hits %.1f %%  %s", 100 * step.hitRatio().getAsDouble(), queries);
  }

  private double queriesPerSecond(LoadStep step) {
    return step.queries() * 1e3 / step.measuredMillis(load.settings());
  }

  private static String counts(LoadStep step, String prefix) {
    StringBuilder words = new StringBuilder();
    step.counts()
        .forEach(
            (name, count) -> {
              if (name.startsWith(prefix)) {
                String word = name.substring(prefix.length()).toLowerCase(Locale.ROOT);
                words.append(String.format(Locale.ROOT, "  %s %,d", word, count));
              }
            });
    return words.toString();
  }
}
