// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.report.figure.Digits;
import cachemark.result.ResultException;
import cachemark.result.load.LoadSettings;
import cachemark.result.load.LoadTable;
import cachemark.result.load.LoadTrace;
import cachemark.result.workload.WorkloadLoad;
import cachemark.store.CacheMemory;
import cachemark.store.CacheType;
import cachemark.store.Eviction;
import cachemark.store.Expiry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What loads may differ in, in the order in which it is told. */
enum Trait {
  STORE(false, load -> store(table(load).cache())),
  KEYS(false, load -> counted(load.settings().keys(), "key")),
  TRACE(false, load -> trace(load.settings().trace())),
  SKEW(false, load -> ofNoTrace(load, skew(load.settings().skew()))),
  VALUE_BYTES(false, load -> whole(load.settings().valueBytes(), "values of %s bytes")),
  GETS(false, load -> ofNoTrace(load, percent(reads(load), "%s %% reads", -1))),
  MISSING(false, load -> percent(table(load).missingShare(), "%s %% of the keys without a row", 0)),
  CONNECTIONS(false, load -> counted(load.settings().connections(), "connection")),
  RATE(false, load -> ofNoTrace(load, rate(load))),
  ARRIVALS(false, Trait::arrivals),
  INDEX(false, load -> index(table(load).index())),
  DRIVER(false, load -> word(table(load).driver())),
  DURABILITY(false, load -> word(table(load).durability())),
  POLICY(true, load -> policy(table(load).policy())),
  TTL(true, load -> ttl(table(load).ttl())),
  TTL_JITTER(true, load -> percent(table(load).ttlJitter(), "jitter %s %%", 0)),
  NEGATIVE_TTL(true, load -> negative(table(load).negativeTtl())),
  SINGLE_FLIGHT(true, load -> flight(table(load).singleFlight())),
  FALL_BACK(true, load -> fallBack(table(load).fallsBack())),
  CACHE_MEMORY(true, load -> memory(table(load).cacheMemory())),
  EVICTION(true, load -> eviction(table(load).eviction())),
  CACHED(true, load -> percent(table(load).cachedShare(), "%s %% cached at the start", -1)),
  DURATION(false, load -> seconds(load.settings().durationMillis(), "%s s measured")),
  WARMUP(false, load -> seconds(load.settings().warmupMillis(), "after %s s of warm-up")),
  ANSWER(false, load -> seconds(load.settings().answerMillis(), "answers within %s s")),
  EVENTS(true, Trait::events);

  /** Those that say something of a cache. */
  static final List<Trait> OF_CACHE =
      Arrays.stream(values()).filter(trait -> trait.ofCache).toList();

  /** The policies in the order in which they grow stricter. */
  private static final List<String> POLICIES =
      List.of("report", "read-through", "read-through-add", "write-through", "lease");

  private static final double MILLIS_PER_SECOND = 1e3;

  private final boolean ofCache;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Function<WorkloadLoad, Value> value;

  Trait(boolean ofCache, Function<WorkloadLoad, Value> value) {
    this.ofCache = ofCache;
    this.value = value;
  }

  /**
   * A trait of one load.
   *
   * @param order among the others of this trait; NaN where only the words give one
   * @param words for people
   * @param usual whether it goes without saying
   */
  record Value(double order, String words, boolean usual) implements Comparable<Value> {
    @Override
    public int compareTo(Value other) {
      int byOrder = Double.compare(order, other.order);
      return byOrder == 0 ? words.compareTo(other.words) : byOrder;
    }
  }

  /** Whether a load without a cache has no such thing. */
  boolean isOfCache() {
    return ofCache;
  }

  /** This trait of a load; empty where it is one of a cache, and there is none. */
  Optional<Value> of(WorkloadLoad load) {
    return ofCache && !table(load).hasCache() ? Optional.empty() : Optional.of(value.apply(load));
  }

  /** The table of a load: every one of a workload has one. */
  static LoadTable table(WorkloadLoad load) {
    LoadTable table = load.settings().table();
    if (table == null) {
      throw new ResultException("a load of " + load.group() + " is of no table");
    }
    return table;
  }

  private static Value store(String cache) {
    List<CacheType> types = List.of(CacheType.values());
    return types.stream()
        .filter(type -> type.name().equalsIgnoreCase(cache))
        .findFirst()
        .map(type -> new Value(types.indexOf(type), type.label(), false))
        .orElse(new Value(types.size(), cache, false));
  }

  /** The share of reads; all where a trace said what is asked. */
  private static double reads(WorkloadLoad load) {
    Double share = load.settings().getShare();
    return share == null ? 1 : share;
  }

  private static Value trace(@Nullable LoadTrace trace) {
    return trace == null ? new Value(0, "no trace", true) : new Value(1, trace.words(), false);
  }

  /** What a trace says by itself goes without saying. */
  private static Value ofNoTrace(WorkloadLoad load, Value value) {
    return load.settings().trace() == null
        ? value
        : new Value(value.order(), "as the trace has it", true);
  }

  private static Value counted(int count, String noun) {
    return whole(count, "%s " + noun + (count == 1 ? "" : "s"));
  }

  private static Value whole(int count, String form) {
    return new Value(count, String.format(Locale.ROOT, form, Digits.whole(count)), false);
  }

  private static Value skew(double skew) {
    return new Value(skew, skew == 0 ? "asked for equally often" : "skew " + brief(skew), false);
  }

  private static Value percent(double share, String form, double usual) {
    double percent = 100 * share;
    boolean isUsual = Double.compare(share, usual) == 0;
    return new Value(percent, String.format(Locale.ROOT, form, brief(percent)), isUsual);
  }

  private static Value seconds(long millis, String form) {
    double seconds = millis / MILLIS_PER_SECOND;
    return new Value(seconds, String.format(Locale.ROOT, form, brief(seconds)), false);
  }

  /** With as many decimals as it needs, three at most. */
  static String brief(double number) {
    return Digits.fixed(number, 3).replaceFirst("\\.?0+$", "");
  }

  private static Value word(String word) {
    return new Value(0, word, false);
  }

  private static Value index(String index) {
    return index.equals("none")
        ? new Value(1, "no index", false)
        : new Value(0, index + " key", false);
  }

  private static Value policy(String policy) {
    int order = POLICIES.indexOf(policy);
    return new Value(order < 0 ? POLICIES.size() : order, policy, false);
  }

  private static Value ttl(String ttl) {
    return new Value(ttlSeconds(ttl), "ttl " + ttl, false);
  }

  /** How long values are kept; infinite where they stay. */
  static double ttlSeconds(String ttl) {
    try {
      Expiry expiry = Expiry.parse(ttl);
      return expiry.isNever() ? Double.POSITIVE_INFINITY : expiry.seconds();
    } catch (IllegalArgumentException e) {
      throw new ResultException("a load has a ttl that is none: " + e.getMessage(), e);
    }
  }

  private static Value negative(@Nullable String ttl) {
    return ttl == null
        ? new Value(0, "missing rows not kept", true)
        : new Value(ttlSeconds(ttl), "missing rows kept for " + ttl, false);
  }

  private static Value flight(boolean single) {
    return single ? new Value(1, "single flight", false) : new Value(0, "no single flight", true);
  }

  private static Value fallBack(boolean falls) {
    return falls
        ? new Value(1, "falling back to the table", false)
        : new Value(0, "not falling back", true);
  }

  private static Value memory(@Nullable String memory) {
    return memory == null
        ? new Value(Double.POSITIVE_INFINITY, "no limit of memory", true)
        : new Value(megabytes(memory), Digits.whole(megabytes(memory)) + " MB of memory", false);
  }

  /** Memory as it is stored, in MB of 2^20 bytes. */
  static int megabytes(String memory) {
    try {
      return CacheMemory.parse(memory, Eviction.LRU).megabytes();
    } catch (IllegalArgumentException e) {
      throw new ResultException("a load has a memory that is none: " + e.getMessage(), e);
    }
  }

  private static Value eviction(@Nullable String eviction) {
    return eviction == null
        ? new Value(0, "nothing evicted", true)
        : new Value(eviction.equals("lru") ? 1 : 2, eviction, false);
  }

  private static Value rate(WorkloadLoad load) {
    Double from = load.step().fromPerSecond();
    Double to = load.step().toPerSecond();
    if (from == null || to == null) {
      return new Value(0, "closed loop", false);
    }
    String end = from.equals(to) ? "" : " to " + Digits.whole(to);
    return new Value(from, Digits.whole(from) + end + " requests/s that are due", false);
  }

  private static Value arrivals(WorkloadLoad load) {
    LoadSettings settings = load.settings();
    String spacing = settings.spacing();
    return spacing == null
        ? new Value(0, "as soon as answered", true)
        : new Value(1, spacing.toLowerCase(Locale.ROOT) + " arrivals", false);
  }

  private static Value events(WorkloadLoad load) {
    return load.events().isEmpty()
        ? new Value(0, "nothing happens to the cache", true)
        : new Value(
            1,
            load.events().stream()
                .map(
                    event ->
                        "cache "
                            + Incident.verb(event.what())
                            + " after "
                            + brief(event.atMillis() / MILLIS_PER_SECOND)
                            + " s")
                .collect(Collectors.joining(", ")),
            false);
  }
}
