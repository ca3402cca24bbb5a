// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.block.Block;
import cachemark.report.catalogue.Floor;
import cachemark.report.figure.Digits;
import cachemark.result.Verdict;
import cachemark.result.load.LoadRecord;
import cachemark.result.load.LoadSearch;
import cachemark.result.load.LoadSettings;
import cachemark.result.load.LoadStep;
import cachemark.result.load.LoadTable;
import cachemark.result.load.LoadTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a load came to, in words and tables. */
final class LoadWords {
  private static final double NANOS_PER_MICRO = 1e3;

  private static final List<String> REQUESTS =
      List.of(
          "Rate",
          "Answered per second",
          "Sent late",
          "Blocked",
          "Dropped",
          "Failed",
          "p99 of send lateness, µs",
          "CPU per request, µs: of the client");

  private static final List<String> METHOD =
      List.of(
          "An open loop sends each request when it is due, whether or not those before were"
              + " answered. Its response time counts from then, so time in front of a busy"
              + " server is part of it; the service time counts from the send itself. In a"
              + " closed loop nothing is due, and there are service times only.",
          "Sent late: a millisecond or more after a request was due. Blocked: of these, since"
              + " every connection was busy; the others are the client's own doing. Dropped:"
              + " due and never sent, not even in the time that is waited at the end; the"
              + " response times hold what these had waited until then, which is the least"
              + " they can have taken.",
          "A step is SUSPECT where its rate was not held within 0.1 %, requests failed or"
              + " missed, or the client was late by itself with more than 1 %; INVALID where"
              + " a value was not the one that was stored.",
          "The floor of this machine is what 32 bytes to a process that only sends them back, and"
              + " back, take over one connection, measured before the first step; a multiple"
              + " of it is a time over its median over loopback TCP at the same placement.",
          "Times are right to three digits. CPU time of the client is that of the loading"
              + " threads; near a send that is due they look again and again rather than"
              + " sleep, and so use a whole core in an open loop.",
          "Each step was run once: its numbers have no interval. The seconds of every step,"
              + " as histograms, lie in the logs beside load.json.");

  private LoadWords() {}

  /** What all of it shares, a phrase each. */
  static List<String> conditions(LoadRecord load) {
    LoadSettings s = load.settings();
    LoadTable table = s.table();
    List<String> phrases = new ArrayList<>();
    phrases.addAll(table == null ? ofCache(load) : TableWords.conditions(load, table));
    phrases.add(s.placement().label());
    phrases.add(s.loop());
    phrases.add(
        String.format(
            Locale.ROOT,
            "%.1f s after %.1f s of warm-up",
            s.durationMillis() / 1e3,
            s.warmupMillis() / 1e3));
    return phrases;
  }

  private static List<String> ofCache(LoadRecord load) {
    LoadSettings s = load.settings();
    return List.of(
        s.dialectLabel() + " " + load.server().version() + ", " + load.server().source(),
        counted(s.connections(), "connection"),
        counted(s.threads(), "thread"),
        "pipeline " + s.pipeline(),
        s.requests("gets", "keys", ""));
  }

  /** What a series of loads was made to find out. */
  static Optional<String> conclusion(LoadRecord load) {
    LoadSearch search = load.search();
    if (search != null) {
      Double found = search.foundPerSecond();
      String demand =
          String.format(
              Locale.ROOT, "%s below %.3f ms", search.percentile(), search.limitNanos() / 1e6);
      return Optional.of(
          found == null
              ? "no rate has " + demand
              : demand + " up to " + LoadFigure.perSecond(found));
    }
    Double knee = load.kneePerSecond();
    return knee == null
        ? Optional.empty()
        : Optional.of("p99 turns upwards from " + LoadFigure.perSecond(knee) + " on");
  }

  /** A row for each step, response times and service times in tables of their own. */
  static List<Block> steps(LoadRecord load) {
    List<Block> blocks = new ArrayList<>();
    if (load.settings().spacing() != null) {
      blocks.add(new Block.Heading(2, "Response times"));
      blocks.add(times(load, true));
    }
    blocks.add(new Block.Heading(2, "Service times"));
    blocks.add(times(load, false));
    LoadTable table = load.settings().table();
    if (table != null) {
      blocks.addAll(TableWords.steps(load, table));
    }
    blocks.addAll(TraceWords.steps(load));
    blocks.add(new Block.Heading(2, "Requests"));
    blocks.add(requests(load));
    List<String> doubts = doubts(load);
    if (!doubts.isEmpty()) {
      blocks.add(new Block.Heading(2, "What casts doubt on it"));
      blocks.add(new Block.Bullets(doubts));
    }
    return blocks;
  }

  /** The median echo over loopback TCP at the placement of the load, in µs. */
  static Optional<Double> floorMicros(LoadRecord load) {
    return Floor.micros(load.floors(), load.settings().placement());
  }

  private static Block times(LoadRecord load, boolean response) {
    Optional<Double> floor = floorMicros(load);
    List<List<String>> rows = new ArrayList<>();
    for (LoadStep step : load.steps()) {
      LoadTimes times = response ? step.response() : step.service();
      if (times != null) {
        rows.add(row(step, times, floor));
      }
    }
    List<String> header =
        new ArrayList<>(
            List.of(
                "Rate", "p50, µs", "p90, µs", "p99, µs", "p99.9, µs", "p99.99, µs", "longest, µs"));
    floor.ifPresent(
        micros ->
            header.addAll(
                List.of("p50 × floor of " + Digits.significant(micros) + " µs", "p99 × floor")));
    return new Block.Table("r".repeat(header.size()), header, rows);
  }

  private static List<String> row(LoadStep step, LoadTimes times, Optional<Double> floor) {
    List<String> row =
        new ArrayList<>(
            List.of(
                rate(step),
                micros(times.p50Nanos()),
                micros(times.p90Nanos()),
                micros(times.p99Nanos()),
                micros(times.p999Nanos()),
                micros(times.p9999Nanos()),
                micros(times.maxNanos())));
    floor.ifPresent(
        micros -> {
          row.add(Digits.factor(times.p50Nanos() / NANOS_PER_MICRO / micros));
          row.add(Digits.factor(times.p99Nanos() / NANOS_PER_MICRO / micros));
        });
    return row;
  }

  private static Block requests(LoadRecord load) {
    boolean table = load.settings().table() != null;
    List<List<String>> rows = new ArrayList<>();
    for (LoadStep step : load.steps()) {
      LoadTimes lateness = step.lateness();
      List<String> row = new ArrayList<>();
      row.add(rate(step));
      row.add(Digits.whole(step.answeredPerSecond()));
      row.add(count(step, "late"));
      row.add(count(step, "blocked"));
      row.add(count(step, "dropped"));
      row.add(Digits.whole((double) step.failed()));
      row.add(lateness == null ? "" : micros(lateness.p99Nanos()));
      row.add(cpu(step, "clientCpuNanos"));
      row.add(cpu(step, "serverCpuNanos"));
      if (table) {
        row.add(cpu(step, "databaseCpuNanos"));
      }
      row.add(step.verdict().name());
      rows.add(row);
    }
    List<String> header = new ArrayList<>(REQUESTS);
    header.addAll(
        table
            ? List.of("Of the cache", "Of the database", "Verdict")
            : List.of("Of the server", "Verdict"));
    return new Block.Table("r".repeat(header.size() - 1) + "l", header, rows);
  }

  private static List<String> doubts(LoadRecord load) {
    List<String> doubts = new ArrayList<>();
    for (LoadStep step : load.steps()) {
      if (step.verdict() != Verdict.VALID) {
        step.reasons().forEach(reason -> doubts.add(rate(step) + ": " + reason));
        step.outage().ifPresent(when -> doubts.add(rate(step) + ": " + when));
      }
    }
    return doubts;
  }

  static String count(LoadStep step, String name) {
    return Digits.whole((double) step.count(name));
  }

  private static String cpu(LoadStep step, String name) {
    Long nanos = step.costs().get(name);
    return nanos == null || step.count("sent") == 0
        ? ""
        : Digits.significant(nanos / NANOS_PER_MICRO / step.count("sent"));
  }

  static String rate(LoadStep step) {
    return step.replay() != null && step.response() != null
        ? "as in the trace"
        : rate(step.fromPerSecond(), step.toPerSecond());
  }

  private static String rate(@Nullable Double from, @Nullable Double to) {
    if (from == null || to == null) {
      return "as many as go";
    }
    return from.equals(to)
        ? Digits.whole(from) + "/s"
        : Digits.whole(from) + " to " + Digits.whole(to) + "/s";
  }

  static String micros(long nanos) {
    return Digits.significant(nanos / NANOS_PER_MICRO);
  }

  static String counted(int count, String noun) {
    return Digits.whole(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** How to read it; the same for every load of its kind. */
  static List<Block> method(LoadRecord load) {
    List<String> all = new ArrayList<>(METHOD);
    if (load.settings().table() != null) {
      all.addAll(TableWords.method());
    }
    if (load.settings().trace() != null) {
      all.add(TraceWords.METHOD);
    }
    return List.of(new Block.Heading(2, "How to read it"), new Block.Bullets(all));
  }
}
