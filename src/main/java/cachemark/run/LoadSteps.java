// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.cacheaside.Rules;
import cachemark.load.CachedTable;
import cachemark.load.Counts;
import cachemark.load.Dialect;
import cachemark.load.Effect;
import cachemark.load.LoadPlan;
import cachemark.load.LoadResult;
import cachemark.load.LoadSecond;
import cachemark.load.Rate;
import cachemark.load.Route;
import cachemark.load.RouteTimes;
import cachemark.load.Staleness;
import cachemark.load.Times;
import cachemark.load.TraceTally;
import cachemark.plan.Placement;
import cachemark.result.Verdict;
import cachemark.result.load.LoadMoment;
import cachemark.result.load.LoadReplay;
import cachemark.result.load.LoadRoute;
import cachemark.result.load.LoadSettings;
import cachemark.result.load.LoadStaleness;
import cachemark.result.load.LoadStep;
import cachemark.result.load.LoadTable;
import cachemark.result.load.LoadTimes;
import cachemark.result.load.LoadTrace;
import cachemark.run.LoadedServer.Held;
import cachemark.store.CacheMemory;
import cachemark.store.Expiry;
import cachemark.store.FailureCause;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a rig tells of a load, in the form in which it is stored. */
final class LoadSteps {
  private static final double PER_MILLION = 1e6;

  private LoadSteps() {}

  static LoadSettings settings(LoadPlan plan, Placement placement) {
    return new LoadSettings(
        plan.subject() instanceof Dialect dialect ? dialect.name() : "TABLE",
        plan.subject().label(),
        spacing(plan),
        plan.connections(),
        plan.threads(),
        plan.pipeline(),
        plan.trace() == null ? (Double) plan.getShare() : null,
        plan.keys(),
        plan.skew(),
        plan.valueBytes(),
        plan.seed(),
        plan.warmup().toMillis(),
        plan.duration().toMillis(),
        plan.answer().toMillis(),
        placement,
        plan.subject() instanceof CachedTable table ? table(table) : null,
        plan.trace() == null ? null : new LoadTrace(plan.trace().name(), plan.trace().speed()));
  }

  private static @Nullable String spacing(LoadPlan plan) {
    if (!plan.isOpen()) {
      return null;
    }
    return plan.trace() == null ? plan.spacing().name() : "TRACE";
  }

  private static LoadTable table(CachedTable table) {
    CacheMemory memory = table.memory();
    Rules rules = table.rules();
    Expiry negative = rules.negativeTtl();
    return new LoadTable(
        word(table.cache()),
        word(rules.policy()),
        rules.ttl().text(),
        rules.ttlJitter(),
        rules.singleFlight(),
        negative == null ? null : negative.text(),
        memory == null ? null : memory.text(),
        memory == null ? null : word(memory.eviction()),
        table.cachedShare(),
        table.missingShare(),
        word(table.index()),
        word(table.driver()),
        word(table.durability()),
        rules.fallsBack(),
        table.valueSpread());
  }

  /** As on the command line. */
  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static LoadStep step(
      LoadResult result,
      Instant startedAt,
      Map<String, Long> costs,
      @Nullable Held held,
      Verdict verdict,
      List<String> reasons) {
    LoadPlan plan = result.plan();
    Rate rate = plan.rate();
    return new LoadStep(
        rate == null ? null : rate.fromPerSecond(),
        rate == null ? null : rate.toPerSecond(),
        startedAt,
        TimeUnit.NANOSECONDS.toMillis(result.measuredNanos()),
        result.sentPerSecond(),
        result.answeredPerSecond(),
        counts(result.counts()),
        ofOpen(plan, result.response()),
        times(result.service()),
        ofOpen(plan, result.lateness()),
        routes(plan, result.routes()),
        HitRatios.cache(result, costs, held),
        staleness(result),
        replay(result),
        result.seconds().stream().map(second -> moment(plan, second)).toList(),
        costs,
        verdict,
        reasons);
  }

  private static @Nullable LoadStaleness staleness(LoadResult result) {
    Staleness spells = result.staleness();
    if (spells == null) {
      return null;
    }
    long reads = result.counts().hits() - result.counts().count(Effect.NOTHING_READ);
    long stale = result.counts().count(Effect.STALE_READ);
    return new LoadStaleness(
        reads,
        stale,
        reads == 0 ? 0 : stale * PER_MILLION / reads,
        spells.spells(),
        spells.p99Nanos(),
        spells.longestNanos());
  }

  private static @Nullable LoadReplay replay(LoadResult result) {
    TraceTally trace = result.trace();
    return trace == null
        ? null
        : new LoadReplay(
            trace.lines(),
            trace.refused(),
            trace.firstRefused(),
            trace.skipped(),
            trace.resized(),
            trace.rowsAsked(),
            trace.shared(),
            result.measuredNanos() < result.plan().duration().toNanos());
  }

  private static LoadMoment moment(LoadPlan plan, LoadSecond second) {
    return new LoadMoment(
        second.number(),
        counts(second.counts()),
        ofOpen(plan, second.response()),
        times(second.service()),
        ofOpen(plan, second.lateness()),
        routes(plan, second.routes()));
  }

  private static Map<String, LoadRoute> routes(LoadPlan plan, Map<Route, RouteTimes> routes) {
    Map<String, LoadRoute> named = new HashMap<>();
    routes.forEach(
        (route, times) ->
            named.put(
                route.text(),
                new LoadRoute(ofOpen(plan, times.response()), times(times.service()))));
    return named;
  }

  private static @Nullable LoadTimes ofOpen(LoadPlan plan, Times times) {
    return plan.isOpen() ? times(times) : null;
  }

  private static LoadTimes times(Times times) {
    return new LoadTimes(
        times.count(),
        times.meanNanos(),
        times.p50Nanos(),
        times.p90Nanos(),
        times.p99Nanos(),
        times.p999Nanos(),
        times.p9999Nanos(),
        times.maxNanos());
  }

  private static Map<String, Long> counts(Counts counts) {
    Map<String, Long> named = new HashMap<>();
    named.put("sent", counts.sent());
    named.put("late", counts.late());
    named.put("blocked", counts.blocked());
    named.put("overdue", counts.overdue());
    named.put("dropped", counts.dropped());
    named.put("hits", counts.hits());
    named.put("misses", counts.misses());
    named.put("stored", counts.stored());
    named.put("notStored", counts.notStored());
    named.put("removed", counts.removed());
    named.put("wrongBytes", counts.wrongBytes());
    counts.effects().forEach((effect, count) -> named.put(effect.text(), count));
    counts.failures().forEach((cause, count) -> named.put(name(cause), count));
    named.values().removeIf(count -> count == 0);
    return named;
  }

  private static String name(FailureCause cause) {
    return switch (cause) {
      case REFUSED -> "refused";
      case CONNECT_TIMEOUT -> "connectTimeout";
      case LOST -> "lost";
      case CLIENT_PORTS -> "clientPorts";
      case CLIENT_FILES -> "clientFiles";
      case ANSWER_TIMEOUT -> "answerTimeout";
      case SERVER_ERROR -> "serverError";
      case PROTOCOL -> "protocol";
    };
  }
}
