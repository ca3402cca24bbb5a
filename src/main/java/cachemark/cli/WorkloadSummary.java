// SPDX-License-Identifier: Apache-2.0
package cachemark.cli;

import cachemark.plan.workload.LoadCell;
import cachemark.plan.workload.Shows;
import cachemark.result.ServerFacts;
import cachemark.result.Verdict;
import cachemark.result.workload.WorkloadLoad;
import cachemark.result.workload.WorkloadRecord;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people are told at the end of a workload: a table for each group of its loads. */
final class WorkloadSummary {
  private static final int SHOWN = 5;

  private static final Comparator<@Nullable Shows> BY_SHOWS =
      Comparator.nullsLast(Comparator.naturalOrder());

  private final WorkloadRecord workload;
  private final PrintWriter out;
  private final Paint paint;

  WorkloadSummary(WorkloadRecord workload, PrintWriter out, Paint paint) {
    this.workload = workload;
    this.out = out;
    this.paint = paint;
  }

  void print(Path folder, Path page) {
    settings();
    for (List<WorkloadLoad> group : groups()) {
      out.println();
      out.println(group.get(0).group());
      GroupTable.of(group).print(out);
    }
    out.println();
    counts();
    doubts();
    out.println("results  " + folder);
    out.println("report   " + page);
  }

  private void settings() {
    out.println(
        workload.servers().stream().map(WorkloadSummary::named).collect(Collectors.joining(", ")));
    out.printf(
        Locale.ROOT,
        "%s; medians of %s, seed %d%n",
        workload.placement().label(),
        LoadSummary.counted(workload.rounds(), "round"),
        workload.seed());
  }

  private static String named(ServerFacts server) {
    return server.name() + " " + server.version() + " (" + server.source() + ")";
  }

  /** Those that are drawn in a way of their own first, in its order; others by their names. */
  private List<List<WorkloadLoad>> groups() {
    Map<String, List<WorkloadLoad>> groups = new TreeMap<>();
    for (WorkloadLoad load : workload.loads()) {
      groups.computeIfAbsent(load.group(), any -> new ArrayList<>()).add(load);
    }
    return groups.values().stream()
        .sorted(Comparator.comparing(WorkloadSummary::shows, BY_SHOWS))
        .toList();
  }

  private static @Nullable Shows shows(List<WorkloadLoad> group) {
    return group.get(0).shows();
  }

  private void counts() {
    int planned = workload.rounds() * workload.planned();
    int missing = planned - workload.loads().size();
    String valid = count(Verdict.VALID) + " valid";
    out.printf(
        Locale.ROOT,
        "%d loads: %s, %s, %s, %s%n",
        planned,
        count(Verdict.INVALID) + missing == 0 ? paint.good(valid) : valid,
        noted(count(Verdict.SUSPECT), "suspect", false),
        noted(count(Verdict.INVALID), "invalid", true),
        noted(missing, "missing", true));
  }

  private String noted(long count, String word, boolean bad) {
    String words = count + " " + word;
    if (count == 0) {
      return words;
    }
    return bad ? paint.bad(words) : paint.doubtful(words);
  }

  private long count(Verdict verdict) {
    return workload.loads().stream().filter(load -> load.step().verdict() == verdict).count();
  }

  /** Why the first of the loads that are not valid are not, the invalid ones first. */
  private void doubts() {
    List<WorkloadLoad> doubtful =
        workload.loads().stream()
            .filter(load -> load.step().verdict() != Verdict.VALID)
            .sorted(Comparator.comparing((WorkloadLoad load) -> load.step().verdict()).reversed())
            .toList();
    for (WorkloadLoad load : doubtful.subList(0, Math.min(SHOWN, doubtful.size()))) {
      boolean invalid = load.step().verdict() == Verdict.INVALID;
      out.printf(
          Locale.ROOT,
          "  %s %s, round %d: %s%n",
          invalid ? paint.bad("invalid:") : paint.doubtful("suspect:"),
          cell(load).id(),
          load.round(),
          String.join("; ", load.step().reasons()));
    }
    if (doubtful.size() > SHOWN) {
      out.printf(Locale.ROOT, "  and %d more, all in the report%n", doubtful.size() - SHOWN);
    }
  }

  private static LoadCell cell(WorkloadLoad load) {
    return new LoadCell(load.group(), load.shows(), load.words(), load.events());
  }
}
