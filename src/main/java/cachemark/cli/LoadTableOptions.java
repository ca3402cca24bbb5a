// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.load.CachedTable;
import cachemark.plan.PlanException;
import cachemark.store.CacheMemory;
import cachemark.store.CacheType;
import cachemark.store.DriverType;
import cachemark.store.Durability;
import cachemark.store.Eviction;
import cachemark.store.Index;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a load that is put on a table. */
final class LoadTableOptions {
  @Option(
      names = "--table",
      description = {
        "Load a table of MySQL with the cache of --store in front: a read looks into the cache and,"
            + " where that has nothing, into the table; the requests that are not gets update a row.",
        "Each connection is a thread with connections of its own to cache and table. --store none:"
            + " the table alone."
      })
  private boolean table;

  @Mixin private LoadRules rules = new LoadRules();

  @Option(
      names = "--missing",
      paramLabel = "PERCENT",
      description =
          "Of a --table: how many of the keys that are read have no row; updates go to those that have"
              + " one (default: 0).")
  private @Nullable Double missing;

  @Option(
      names = "--value-spread",
      paramLabel = "S",
      description =
          "Of a --table: let the lengths of values differ, most of them short and a few long: their"
              + " logarithms are normally distributed, --value-bytes is their median and this the"
              + " standard deviation, as in 1.5; none is longer than 1 MB (default: 0, all alike).")
  private @Nullable Double valueSpread;

  @Option(
      names = "--cache-memory",
      paramLabel = "SIZE",
      description =
          "Of a --table: memory of the cache, as in 64m, from 8m; one that holds less than is asked"
              + " for gives values up (default: 268m of memcached, no limit for Redis).")
  private @Nullable String memory;

  @Option(
      names = "--eviction",
      paramLabel = "NAME",
      converter = WordConverter.Evictions.class,
      completionCandidates = WordConverter.Evictions.class,
      description =
          "Of a --cache-memory: which values are given up, lru or, by Redis, lfu (default: lru).")
  private @Nullable Eviction eviction;

  @Option(
      names = "--cached",
      paramLabel = "PERCENT",
      description =
          "Of a --table: how many of the keys the cache holds when a load begins (default: 100; for a"
              + " --trace 0).")
  private @Nullable Double cached;

  @Option(
      names = "--index",
      paramLabel = "NAME",
      converter = WordConverter.Indexes.class,
      completionCandidates = WordConverter.Indexes.class,
      description = "Of a --table: how it finds a row, primary or none (default: primary).")
  private @Nullable Index index;

  @Option(
      names = "--driver",
      paramLabel = "NAME",
      converter = WordConverter.Drivers.class,
      completionCandidates = WordConverter.Drivers.class,
      description =
          "Of a --table: connector-j, MySQL's own, or mariadb-connector, which costs less"
              + " (default: connector-j).")
  private @Nullable DriverType driver;

  @Option(
      names = "--durability",
      paramLabel = "NAME",
      converter = WordConverter.Durabilities.class,
      completionCandidates = WordConverter.Durabilities.class,
      description =
          "Of a --table: what an update waits for, fsync at each commit or relaxed, once a second"
              + " (default: fsync).")
  private @Nullable Durability durability;

  /** Whether a table is to be loaded. */
  boolean isAsked() {
    return table;
  }

  /**
   * The table as asked for, with this cache in front.
   *
   * @param replay whether a trace is replayed on it, which finds a cache that holds nothing, as
   *     long as nothing else is asked for, and a row for each key
   */
  CachedTable behind(CacheType cache, boolean replay) {
    PlanException.require(
        !replay || missing == null,
        "--missing is not for a --trace, each of whose keys has a row: leave it out");
    PlanException.require(
        !replay || valueSpread == null,
        "--value-spread is not for a --trace, which says itself how long values are: leave it out");
    double spread = valueSpread == null ? 0 : valueSpread;
    PlanException.require(
        spread >= 0 && spread <= CachedTable.MOST_SPREAD,
        "--value-spread is %s; it goes from 0 to %d",
        Double.toString(spread),
        CachedTable.MOST_SPREAD);
    if (cache == CacheType.NONE) {
      String none = "is of a cache, and with --store none there is none";
      rules.refuse(none);
      refuse("--cached", cached, none);
      refuse("--cache-memory", memory, none);
      refuse("--eviction", eviction, none);
    }
    double share = cached != null ? cached : replay ? 0 : 100;
    PlanException.require(
        share >= 0 && share <= 100,
        "--cached is %s; it goes from 0 to 100",
        Double.toString(share));
    double gone = missing == null ? 0 : missing;
    PlanException.require(
        gone >= 0 && gone < 100,
        "--missing is %s; it goes from 0 to less than 100",
        Double.toString(gone));
    return new CachedTable(
        cache,
        rules.rules(),
        memory(cache),
        share / 100,
        gone / 100,
        index == null ? Index.PRIMARY : index,
        driver == null ? DriverType.CONNECTOR_J : driver,
        durability == null ? Durability.FSYNC : durability,
        spread);
  }

  /** Refuses a memory for a cache that is somebody else's. */
  void requireOwn(String cache, boolean own) {
    PlanException.require(
        own || memory == null,
        "--cache-memory is for a %s that is started for the load, and --servers names one: give it"
            + " its memory yourself",
        cache);
  }

  private @Nullable CacheMemory memory(CacheType cache) {
    String text = memory;
    PlanException.require(
        text != null || eviction == null, "--eviction needs a --cache-memory that can be full");
    PlanException.require(
        cache == CacheType.REDIS || eviction != Eviction.LFU,
        "--eviction lfu is of Redis, and memcached has lru only: take --store redis");
    if (text == null) {
      return null;
    }
    try {
      return CacheMemory.parse(text, eviction == null ? Eviction.LRU : eviction);
    } catch (IllegalArgumentException e) {
      throw new PlanException("--cache-memory cannot be \"" + text + "\": " + e.getMessage());
    }
  }

  /** Refuses every option that is of a table, where none is asked for. */
  void requireNone() {
    String of = "is of a --table: name that, too";
    rules.refuse(of);
    refuse("--cached", cached, of);
    refuse("--missing", missing, of);
    refuse("--value-spread", valueSpread, of);
    refuse("--cache-memory", memory, of);
    refuse("--eviction", eviction, of);
    refuse("--index", index, of);
    refuse("--driver", driver, of);
    refuse("--durability", durability, of);
  }

  static void refuse(String option, @Nullable Object value, String why) {
    PlanException.require(value == null, "%s %s", option, why);
  }
}
