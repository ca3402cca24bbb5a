// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.cacheaside.Policy;
import cachemark.cacheaside.Rules;
import cachemark.load.CachedTable;
import cachemark.plan.PlanException;
import cachemark.store.CacheMemory;
import cachemark.store.CacheType;
import cachemark.store.DriverType;
import cachemark.store.Durability;
import cachemark.store.Eviction;
import cachemark.store.Expiry;
import cachemark.store.Index;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a load that is put on a table. */
final class LoadTableOptions {
  private static final Expiry USUAL_TTL = Expiry.afterSeconds(60);

  @Option(
      names = "--table",
      description = {
        "Load a table of MySQL with the cache of --store in front: a read looks into the cache and,"
            + " where that has nothing, into the table; the requests that are not gets update a row.",
        "Each connection is a thread with connections of its own to cache and table. --store none:"
            + " the table alone."
      })
  private boolean table;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      converter = WordConverter.Policies.class,
      completionCandidates = WordConverter.Policies.class,
      description =
          "Of a --table: read-through, where a read that missed fills the cache and an update writes"
              + " around it and removes the key; read-through-add, where a read fills only what is"
              + " not there by then; write-through, where an update sets the cache, too; lease,"
              + " where a read fills only if no update came since it missed; or report, where a read"
              + " fills nothing and an update sets the cache (default: read-through).")
  private @Nullable Policy policy;

  @Option(
      names = "--ttl",
      paramLabel = "TIME",
      description =
          "Of a --table: how long the cache keeps a value, none or whole seconds as in 60s"
              + " (default: 60s).")
  private @Nullable String ttl;

  @Option(
      names = "--ttl-jitter",
      paramLabel = "PERCENT",
      description =
          "Of a --table: by how much of its ttl each value is kept longer or shorter at most, as in"
              + " 10%%, so that not all expire at once (default: 0%%).")
  private @Nullable String ttlJitter;

  @Option(
      names = "--negative-ttl",
      paramLabel = "TIME",
      description =
          "Of a --table: let the cache keep it for so long that there is no such row, whole seconds as"
              + " in 5s (default: that is not kept).")
  private @Nullable String negativeTtl;

  @Option(
      names = "--missing",
      paramLabel = "PERCENT",
      description =
          "Of a --table: how many of the keys that are read have no row; updates go to those that have"
              + " one (default: 0).")
  private @Nullable Double missing;

  @Option(
      names = "--single-flight",
      description =
          "Of a --table: let one read at a time load a key from the table; the others that missed it"
              + " wait and look into the cache again.")
  private boolean singleFlight;

  @Option(
      names = "--fall-back",
      description =
          "Of a --table: when the cache fails, let a read go on at the table and an update leave the"
              + " cache as it is (default: both fail).")
  private boolean fallBack;

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
          "Of a --table: how many of the keys the cache holds when a load begins (default: 100).")
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

  /** The table as asked for, with this cache in front. */
  CachedTable behind(CacheType cache) {
    if (cache == CacheType.NONE) {
      String none = "is of a cache, and with --store none there is none";
      refuse("--policy", policy, none);
      refuse("--ttl", ttl, none);
      refuse("--cached", cached, none);
      refuse("--ttl-jitter", ttlJitter, none);
      refuse("--negative-ttl", negativeTtl, none);
      refuse("--single-flight", singleFlight ? true : null, none);
      refuse("--fall-back", fallBack ? true : null, none);
      refuse("--cache-memory", memory, none);
      refuse("--eviction", eviction, none);
    }
    double share = cached == null ? 100 : cached;
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
        rules(),
        memory(cache),
        share / 100,
        gone / 100,
        index == null ? Index.PRIMARY : index,
        driver == null ? DriverType.CONNECTOR_J : driver,
        durability == null ? Durability.FSYNC : durability);
  }

  private Rules rules() {
    Policy asked = policy == null ? Policy.READ_THROUGH : policy;
    Expiry kept = expiry();
    double jitter = jitter();
    PlanException.require(
        asked.fillsOnMiss() || !singleFlight,
        "--single-flight is for reads that fill the cache, and those of --policy report do not");
    PlanException.require(
        jitter == 0 || !kept.isNever(), "--ttl-jitter needs a --ttl, and that is none");
    PlanException.require(
        asked.fillsOnMiss() || negativeTtl == null,
        "--negative-ttl is for reads that fill the cache, and those of --policy report do not");
    Expiry negative = negativeTtl == null ? null : expiry("--negative-ttl", negativeTtl);
    return new Rules(asked, kept, jitter, negative, singleFlight, fallBack);
  }

  private double jitter() {
    String text = ttlJitter == null ? "0" : ttlJitter.strip();
    String number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    double percent;
    try {
      percent = Double.parseDouble(number);
    } catch (NumberFormatException e) {
      percent = Double.NaN;
    }
    PlanException.require(
        percent >= 0 && percent <= 100,
        "--ttl-jitter cannot be \"%s\": a percentage from 0%% to 100%% is needed",
        text);
    return percent / 100;
  }

  private Expiry expiry() {
    String text = ttl;
    return text == null ? USUAL_TTL : expiry("--ttl", text);
  }

  private static Expiry expiry(String option, String text) {
    try {
      return Expiry.parse(text.strip().toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new PlanException(option + " cannot be \"" + text + "\": " + e.getMessage());
    }
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
    refuse("--policy", policy, of);
    refuse("--ttl", ttl, of);
    refuse("--cached", cached, of);
    refuse("--ttl-jitter", ttlJitter, of);
    refuse("--negative-ttl", negativeTtl, of);
    refuse("--missing", missing, of);
    refuse("--single-flight", singleFlight ? true : null, of);
    refuse("--fall-back", fallBack ? true : null, of);
    refuse("--cache-memory", memory, of);
    refuse("--eviction", eviction, of);
    refuse("--index", index, of);
    refuse("--driver", driver, of);
    refuse("--durability", durability, of);
  }

  private static void refuse(String option, @Nullable Object value, String why) {
    PlanException.require(value == null, "%s %s", option, why);
  }
}
