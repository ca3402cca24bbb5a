// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.load.CachedTable;
import cachemark.load.Counts;
import cachemark.load.Effect;
import cachemark.load.LoadResult;
import cachemark.load.Rate;
import cachemark.load.TraceTally;
import cachemark.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether the numbers of a load can be believed. Pure.
 *
 * <p>Wrong bytes make it INVALID: the server, or we, did something else than was asked. What only
 * means that the load was not what it should have been makes it SUSPECT.
 */
final class LoadJudge {
  /** How far the rate of sends may be off. */
  private static final double RATE_TOLERANCE = 1e-3;

  /** How many lines of a trace may be no records. */
  private static final double REFUSED_TOLERANCE = 1e-2;

  /** How many requests may be late through our own fault. */
  private static final double LATE_TOLERANCE = 1e-2;

  private LoadJudge() {}

  static Verdict verdict(LoadResult result, List<String> reasons) {
    if (result.counts().wrongBytes() > 0) {
      return Verdict.INVALID;
    }
    return reasons.isEmpty() ? Verdict.VALID : Verdict.SUSPECT;
  }

  /**
   * Why a load is not VALID, a sentence each; empty if it is.
   *
   * @param server what the server counted, or nothing where others may have used it too
   */
  static List<String> reasons(LoadResult result, Map<String, Long> server) {
    Counts counts = result.counts();
    List<String> reasons = new ArrayList<>();
    if (result.unanswered() == 0) {
      result.asked().forEach((name, asked) -> reconcile(name, asked, server, reasons));
    }
    HitRatios.discord(result, server).ifPresent(reasons::add);
    add(counts.wrongBytes(), "%,d gets brought bytes that are not the key's", reasons);
    if (result.plan().subject() instanceof CachedTable table && !table.mayServeStale()) {
      add(
          counts.count(Effect.STALE_READ),
          "%,d reads brought a value that had been replaced before they began, which "
              + table.label()
              + " by this policy never does",
          reasons);
    }
    add(counts.misses(), "%,d gets found nothing, though every key had been stored", reasons);
    add(counts.notStored(), "%,d values were not stored", reasons);
    add(counts.dropped(), "%,d requests were due and never sent", reasons);
    counts
        .failures()
        .forEach(
            (cause, count) ->
                add(count, "%,d requests failed: " + words(cause.name(), result), reasons));
    if (result.plan().isOpen()) {
      judgeRate(result, reasons);
    }
    TraceTally trace = result.trace();
    if (trace != null && trace.refused() > trace.lines() * REFUSED_TOLERANCE) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d lines of the trace are no records",
              trace.refused(),
              trace.lines()));
    }
    return reasons;
  }

  /**
   * The same of a load that is there to see what fails while the cache is away, which no failure is
   * a doubt of.
   */
  static List<String> reasonsOfDeath(LoadResult result) {
    List<String> reasons = new ArrayList<>();
    add(result.counts().wrongBytes(), "%,d gets brought bytes that are not the key's", reasons);
    return reasons;
  }

  /** Whether an open loop's requests were sent in time. */
  static boolean holdsRate(LoadResult result) {
    Counts counts = result.counts();
    return sentInTime(counts) >= due(counts) * (1 - RATE_TOLERANCE);
  }

  private static long due(Counts counts) {
    return counts.sent() + counts.dropped();
  }

  /** That of a trace is its mean. */
  private static double duePerSecond(LoadResult result) {
    Rate rate = result.plan().rate();
    return rate == null
        ? due(result.counts()) * 1e9 / result.measuredNanos()
        : rate.meanPerSecond();
  }

  private static long sentInTime(Counts counts) {
    return counts.sent() - counts.overdue();
  }

  private static void judgeRate(LoadResult result, List<String> reasons) {
    Counts counts = result.counts();
    if (!holdsRate(result)) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "the rate was not held: %,d of %,d requests were sent in time, %,.0f/s of %,.0f/s",
              sentInTime(counts),
              due(counts),
              result.sentPerSecond(),
              duePerSecond(result)));
    }
    long own = counts.late() - counts.blocked();
    if (own > counts.sent() * LATE_TOLERANCE) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "the client itself was late with %,d of %,d requests: give it more %scores",
              own,
              counts.sent(),
              result.plan().subject() instanceof CachedTable ? "" : "threads or "));
    }
  }

  /**
   * Where requests were not answered, nobody knows whether the server has got them. A database that
   * has to prepare a statement again counts it twice.
   */
  private static void reconcile(
      String name, long asked, Map<String, Long> server, List<String> reasons) {
    Long counted = server.get(name);
    long again = name.startsWith("database") ? server.getOrDefault("databasePreparedAgain", 0L) : 0;
    if (counted != null && (counted < asked || counted > asked + again)) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "%,d %s were sent, and the server counted %,d",
              asked,
              name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT),
              counted));
    }
  }

  private static String words(String cause, LoadResult result) {
    String plain = cause.toLowerCase(Locale.ROOT).replace('_', ' ');
    boolean told = result.counts().failures().size() == 1; // or it may be of another cause
    String complaint = told ? result.complaint().replace("%", "%%") : "";
    return complaint.isEmpty() ? plain : plain + ", as in \"" + complaint + "\"";
  }

  private static void add(long count, String sentence, List<String> reasons) {
    if (count > 0) {
      reasons.add(String.format(Locale.ROOT, sentence, count));
    }
  }
}
