// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.result.ServerFacts;
import cachemark.result.Verdict;
import cachemark.result.load.LoadRecord;
import cachemark.result.load.LoadRoute;
import cachemark.result.load.LoadSearch;
import cachemark.result.load.LoadSettings;
import cachemark.result.load.LoadStep;
import cachemark.result.load.LoadTable;
import cachemark.result.load.LoadTimes;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people are told at the end of a load. */
final class LoadSummary {
  /** The ways that requests to a table go, in order, and what a line about them begins with. */
  private static final Map<String, String> ROUTES = new LinkedHashMap<>();

  static {
    ROUTES.put("hit", "  of hits");
    ROUTES.put("miss", "  of misses");
    ROUTES.put("read", "  of reads");
    ROUTES.put("update", "  of updates");
    ROUTES.put("removal", "  of removals");
  }

  private static final double NANOS_PER_MICRO = 1e3;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private final LoadRecord load;
  private final PrintWriter out;
  private final Paint paint;
  private final @Nullable TableSummary table;

  LoadSummary(LoadRecord load, PrintWriter out, Paint paint) {
    this.load = load;
    this.out = out;
    this.paint = paint;
    LoadTable loaded = load.settings().table();
    this.table = loaded == null ? null : new TableSummary(load, loaded);
  }

  void print(Path folder, Path page) {
    settings();
    if (load.steps().size() > 1) {
      series();
    } else {
      load.steps().forEach(this::step);
    }
    out.println("results  " + folder);
    out.println("report   " + page);
  }

  private void settings() {
    LoadSettings s = load.settings();
    ServerFacts server = load.server();
    out.printf(
        Locale.ROOT,
        "%s, %s, %s%n",
        table != null
            ? table.servers()
            : s.dialectLabel() + " " + server.version() + " (" + server.source() + ")",
        s.placement().label(),
        s.loop());
    if (table != null) {
      table.settings().forEach(out::println);
      return;
    }
    out.printf(
        Locale.ROOT,
        "%s, %s, pipeline %d; %s; seed %d%n",
        counted(s.connections(), "connection"),
        counted(s.threads(), "thread"),
        s.pipeline(),
        s.requests("gets", "keys", ""),
        s.seed());
  }

  /** A line for each step, and what they came to together. */
  private void series() {
    out.println();
    out.println("Response times of an open loop");
    out.printf(
        Locale.ROOT,
        "%14s%14s%10s%10s%10s%10s%n",
        "requests/s",
        "answered/s",
        "p50",
        "p99",
        "p99.9",
        "longest");
    for (LoadStep step : load.steps()) {
      LoadTimes response = step.response();
      Double rate = step.fromPerSecond();
      if (response != null && rate != null) {
        out.printf(
            Locale.ROOT,
            "%,14.0f%,14.0f%10s%10s%10s%10s  %s%n",
            rate,
            step.answeredPerSecond(),
            time(response.p50Nanos()),
            time(response.p99Nanos()),
            time(response.p999Nanos()),
            time(response.maxNanos()),
            (table == null ? "" : table.brief(step) + "  ")
                + (step.verdict() == Verdict.VALID
                    ? ""
                    : verdict(step) + " " + step.reasons().get(0)));
      }
    }
    conclusion();
  }

  private void conclusion() {
    LoadSearch search = load.search();
    Double knee = load.kneePerSecond();
    if (search != null) {
      Double found = search.foundPerSecond();
      String demand = search.percentile() + " < " + time(search.limitNanos());
      out.println(
          found == null
              ? "No rate met " + demand + "."
              : String.format(
                  Locale.ROOT,
                  "The highest rate that meets %s: %,.0f requests/s, confirmed twice.",
                  demand,
                  found));
    } else {
      out.println(
          knee == null
              ? "The latency (p99) turns upwards nowhere in this range."
              : String.format(
                  Locale.ROOT, "The latency (p99) turns upwards from %,.0f requests/s on.", knee));
    }
  }

  private String verdict(LoadStep step) {
    String word = step.verdict() + ":";
    return step.verdict() == Verdict.INVALID ? paint.bad(word) : paint.doubtful(word);
  }

  private void step(LoadStep step) {
    out.println();
    out.println(rate(step));
    out.printf(
        Locale.ROOT,
        "%-14s%10s%10s%10s%10s%10s%10s%10s%n",
        "",
        "mean",
        "p50",
        "p90",
        "p99",
        "p99.9",
        "p99.99",
        "longest");
    times("response time", step.response());
    ROUTES.forEach((route, name) -> times(name, response(step.routes().get(route))));
    times("service time", step.service());
    ROUTES.forEach((route, name) -> times(name, service(step.routes().get(route))));
    times("send lateness", step.lateness());
    counts(step);
    if (table != null) {
      table.way(step).forEach(out::println);
    }
    costs(step);
    step.outage().ifPresent(out::println);
    step.reasons().forEach(reason -> out.println(verdict(step) + " " + reason));
  }

  private static @Nullable LoadTimes response(@Nullable LoadRoute route) {
    return route == null ? null : route.response();
  }

  private static @Nullable LoadTimes service(@Nullable LoadRoute route) {
    return route == null ? null : route.service();
  }

  private static String rate(LoadStep step) {
    Double from = step.fromPerSecond();
    Double to = step.toPerSecond();
    if (from == null || to == null) {
      return String.format(Locale.ROOT, "%,.0f requests/s", step.answeredPerSecond());
    }
    double asked = (from + to) / 2;
    return String.format(
        Locale.ROOT,
        "%,.1f requests/s sent of %,.1f (%.3f %%), %,.1f answered",
        step.sentPerSecond(),
        asked,
        100 * step.sentPerSecond() / asked,
        step.answeredPerSecond());
  }

  private void times(String name, @Nullable LoadTimes times) {
    if (times != null) {
      out.printf(
          Locale.ROOT,
          "%-14s%10s%10s%10s%10s%10s%10s%10s%n",
          name,
          time(Math.round(times.meanNanos())),
          time(times.p50Nanos()),
          time(times.p90Nanos()),
          time(times.p99Nanos()),
          time(times.p999Nanos()),
          time(times.p9999Nanos()),
          time(times.maxNanos()));
    }
  }

  private void counts(LoadStep step) {
    StringBuilder words = new StringBuilder();
    for (String name : List.of("sent", "late", "blocked", "overdue", "dropped")) {
      if (step.lateness() != null || name.equals("sent")) {
        words.append(String.format(Locale.ROOT, "%s %,d  ", name, step.count(name)));
      }
    }
    step.counts().entrySet().stream()
        .filter(count -> !words.toString().contains(count.getKey() + " "))
        .filter(count -> count.getValue() > 0)
        .forEach(count -> words.append(counted(count.getKey(), count.getValue())));
    out.println(words.toString().strip());
  }

  private String counted(String name, long count) {
    String word = table == null ? name : TableSummary.word(name);
    return word.isEmpty() ? "" : String.format(Locale.ROOT, "%s %,d  ", word, count);
  }

  private void costs(LoadStep step) {
    Map<String, Long> costs = step.costs();
    long requests = Math.max(1, step.count("sent"));
    StringBuilder words = new StringBuilder("CPU time per request:");
    for (String side : List.of("client", "server", "database")) {
      Long nanos = costs.get(side + "CpuNanos");
      if (nanos != null) {
        words.append(
            String.format(
                Locale.ROOT,
                "  %s %.2f µs (%.0f %% of a core)",
                table == null ? side : TableSummary.side(side),
                nanos / NANOS_PER_MICRO / requests,
                100 * nanos / (step.measuredMillis(load.settings()) * NANOS_PER_MILLI)));
      }
    }
    out.println(words);
  }

  static String counted(int count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }

  /** Three significant digits with a unit. */
  static String time(long nanos) {
    if (nanos < 1_000) {
      return nanos + " ns";
    }
    if (nanos < NANOS_PER_MILLI) {
      return digits(nanos / NANOS_PER_MICRO) + " µs";
    }
    return nanos < NANOS_PER_SECOND
        ? digits(nanos / NANOS_PER_MILLI) + " ms"
        : digits(nanos / NANOS_PER_SECOND) + " s";
  }

  private static String digits(double value) {
    int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
