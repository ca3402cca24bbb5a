// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.block.Block;
import cachemark.report.figure.Digits;
import cachemark.result.ServerFacts;
import cachemark.result.load.LoadCache;
import cachemark.result.load.LoadRecord;
import cachemark.result.load.LoadRoute;
import cachemark.result.load.LoadSettings;
import cachemark.result.load.LoadStaleness;
import cachemark.result.load.LoadStep;
import cachemark.result.load.LoadTable;
import cachemark.result.load.LoadTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What a load of a table came to, beside what every load comes to, in words and tables. */
final class TableWords {
  /** The ways that requests go, as stored, in order. */
  static final List<String> ROUTES = List.of("hit", "miss", "read", "update", "removal");

  private static final double MILLIS_PER_SECOND = 1e3;

  private TableWords() {}

  /** What the requests of it share, a phrase each. */
  static List<String> conditions(LoadRecord load, LoadTable table) {
    LoadSettings s = load.settings();
    ServerFacts database = load.database();
    List<String> phrases = new ArrayList<>();
    phrases.add(named(load.server()));
    if (database != null) {
      phrases.add("in front of " + named(database));
    }
    phrases.add(table.words());
    phrases.add(LoadWords.counted(s.connections(), "connection") + ", each a thread");
    phrases.add(s.requests("reads", "records", ", the others updates"));
    return phrases;
  }

  private static String named(ServerFacts server) {
    return server.name() + " " + server.version() + " (" + server.source() + ")";
  }

  /** What requests did to cache and table, and how long those of each way took. */
  static List<Block> steps(LoadRecord load, LoadTable table) {
    List<Block> blocks = new ArrayList<>();
    if (table.hasCache()) {
      blocks.add(new Block.Heading(2, "Cache in front"));
      blocks.add(cache(load));
      blocks.addAll(held(load));
      if (table.policy().equals("lease")) {
        blocks.add(leases(load));
      }
    }
    blocks.addAll(stale(load));
    blocks.add(new Block.Heading(2, "Table"));
    blocks.add(queries(load));
    if (load.settings().spacing() != null) {
      blocks.add(new Block.Heading(2, "Response times by the way"));
      blocks.add(routes(load, true));
    }
    blocks.add(new Block.Heading(2, "Service times by the way"));
    blocks.add(routes(load, false));
    return blocks;
  }

  private static Block cache(LoadRecord load) {
    List<List<String>> rows = new ArrayList<>();
    for (LoadStep step : load.steps()) {
      rows.add(
          List.of(
              LoadWords.rate(step),
              percent(step),
              LoadWords.count(step, "cacheHits"),
              LoadWords.count(step, "cacheMisses"),
              LoadWords.count(step, "cacheFills"),
              LoadWords.count(step, "cacheSets"),
              Digits.whole((double) (step.count("cacheDeletes") - step.count("removed")))));
    }
    return new Block.Table(
        "rrrrrrr",
        List.of(
            "Rate",
            "Hit ratio, %",
            "Hits",
            "Misses",
            "Fills after misses",
            "Sets by updates",
            "Deletes by updates"),
        rows);
  }

  /** What the cache held at the end of each step; nothing of loads from before it was kept. */
  private static List<Block> held(LoadRecord load) {
    List<List<String>> rows = new ArrayList<>();
    for (LoadStep step : load.steps()) {
      LoadCache cache = step.cache();
      if (cache != null) {
        OptionalDouble bytes = cache.bytesPerItem();
        rows.add(
            List.of(
                LoadWords.rate(step),
                whole(cache.itemsHeld()),
                bytes.isEmpty() ? "" : Digits.significant(bytes.getAsDouble()),
                whole(cache.evictions()),
                percent(cache.clientHitRatio()),
                percent(cache.serverHitRatio())));
      }
    }
    return rows.isEmpty()
        ? List.of()
        : List.of(
            new Block.Table(
                "rrrrrr",
                List.of(
                    "Rate",
                    "Items held at the end",
                    "Bytes per item",
                    "Evicted",
                    "Hit ratio with the warm-up, %",
                    "By the server's own counters, %"),
                rows));
  }

  private static Block leases(LoadRecord load) {
    List<List<String>> rows = new ArrayList<>();
    for (LoadStep step : load.steps()) {
      rows.add(
          List.of(
              LoadWords.rate(step),
              LoadWords.count(step, "leasesTaken"),
              LoadWords.count(step, "leasesFilled"),
              Digits.whole(
                  (double)
                      (step.count("leasesGone")
                          + step.count("leasesLost")
                          + step.count("leasesOvertaken"))),
              Digits.whole((double) (step.count("leasesDenied") + step.count("cacheLeased")))));
    }
    return new Block.Table(
        "rrrrr",
        List.of(
            "Rate", "Leases taken", "Filled", "Gone before the fill", "Times another's was there"),
        rows);
  }

  /** How fresh reads were; nothing of loads from before that was looked at. */
  private static List<Block> stale(LoadRecord load) {
    List<List<String>> rows = new ArrayList<>();
    for (LoadStep step : load.steps()) {
      LoadStaleness stale = step.staleness();
      if (stale != null) {
        boolean any = stale.spells() > 0;
        rows.add(
            List.of(
                LoadWords.rate(step),
                Digits.whole((double) stale.reads()),
                Digits.whole((double) stale.staleReads()),
                Digits.fixed(stale.perMillionReads(), 1),
                Digits.whole((double) stale.spells()),
                any ? LoadWords.micros(stale.p99Nanos()) : "",
                any ? LoadWords.micros(stale.longestNanos()) : ""));
      }
    }
    return rows.isEmpty()
        ? List.of()
        : List.of(
            new Block.Heading(2, "Stale reads"),
            new Block.Table(
                "rrrrrrr",
                List.of(
                    "Rate",
                    "Reads that brought a value",
                    "Stale",
                    "Per million",
                    "Spells",
                    "p99 of spells, µs",
                    "Longest spell, µs"),
                rows));
  }

  private static String whole(@Nullable Long count) {
    return count == null ? "" : Digits.whole((double) count);
  }

  private static String percent(@Nullable Double ratio) {
    return ratio == null ? "" : Digits.fixed(100 * ratio, 2);
  }

  private static Block queries(LoadRecord load) {
    List<List<String>> rows = new ArrayList<>();
    for (LoadStep step : load.steps()) {
      double perSecond = step.queries() * MILLIS_PER_SECOND / step.measuredMillis(load.settings());
      rows.add(
          List.of(
              LoadWords.rate(step),
              Digits.significant(perSecond),
              LoadWords.count(step, "rowsFound"),
              LoadWords.count(step, "rowsMissing"),
              LoadWords.count(step, "rowsInserted"),
              LoadWords.count(step, "rowsUpdated")));
    }
    return new Block.Table(
        "rrrrrr",
        List.of(
            "Rate",
            "Queries per second that reached it",
            "Rows found",
            "Rows missing",
            "Rows inserted",
            "Rows updated"),
        rows);
  }

  private static String percent(LoadStep step) {
    return step.hitRatio().isEmpty() ? "" : Digits.fixed(100 * step.hitRatio().getAsDouble(), 2);
  }

  private static Block routes(LoadRecord load, boolean response) {
    List<List<String>> rows = new ArrayList<>();
    for (LoadStep step : load.steps()) {
      for (String name : ROUTES) {
        LoadRoute route = step.routes().get(name);
        LoadTimes times = route == null ? null : response ? route.response() : route.service();
        if (times != null) {
          rows.add(
              List.of(
                  LoadWords.rate(step),
                  name,
                  Digits.whole((double) times.count()),
                  LoadWords.micros(times.p50Nanos()),
                  LoadWords.micros(times.p90Nanos()),
                  LoadWords.micros(times.p99Nanos()),
                  LoadWords.micros(times.p999Nanos()),
                  LoadWords.micros(times.maxNanos())));
        }
      }
    }
    return new Block.Table(
        "rlrrrrrr",
        List.of(
            "Rate", "Way", "Requests", "p50, µs", "p90, µs", "p99, µs", "p99.9, µs", "longest, µs"),
        rows);
  }

  /** How to read it. */
  static List<String> method() {
    return List.of(
        "A table is loaded over connections that block: each is a thread with kept connections of"
            + " its own to cache and table, and whichever is free takes the request that is due"
            + " next. Response time counts from then, whoever was busy.",
        "Ways: hit, a read that the cache answered; miss, a read that found nothing there and went"
            + " on to the table, with the fill of the cache where the policy wants one; read, of a"
            + " table without a cache; update, a row and what the policy does to the cache then; removal, a key"
            + " from the cache, which only a trace asks for."
            + " The hit ratio is that of look-ups in the cache. Cache and table are made anew"
            + " before each step.",
        "A read is stale where an update had returned before it began and it was given an older"
            + " value. It is counted where that is certain: where updates of one record overlapped,"
            + " some may be missed. A spell is all stale reads of one version of a record, from the"
            + " return of the update that replaced it until the last of them began.");
  }
}
