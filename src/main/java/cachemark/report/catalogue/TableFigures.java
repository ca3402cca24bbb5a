// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import static cachemark.report.catalogue.Catalogue.CLOSED_LOOP;
import static cachemark.report.catalogue.Catalogue.id;

import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.report.figure.Axis;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Quantity;
import cachemark.report.finding.Conclusion;
import cachemark.report.finding.Ends;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A table alone, and with either cache in front: written (E3) and read back (E4). */
final class TableFigures {
  /** One of the two experiments. */
  private record Work(
      String experiment, String number, String verb, String does, String noun, String said) {}

  private static final Work WRITE =
      new Work(
          "E3",
          "3.3.4",
          "set",
          "Writing rows",
          "writes",
          " Every batch begins with an empty table and an empty cache. A write through a cache"
              + " looks the key up, inserts the row and sets the cache.");
  private static final Work READ =
      new Work(
          "E4",
          "3.3.5",
          "get",
          "Reading rows back",
          "reads",
          " The table holds exactly the rows that are read, each once. A read through a cache"
              + " goes to the table only where the cache has nothing.");

  private final Variant variant;
  private final String database;

  TableFigures(Variant variant, String database) {
    this.variant = variant;
    this.database = database;
  }

  List<FigureSpec> specs() {
    List<FigureSpec> specs = new ArrayList<>();
    specs.add(batch(WRITE, List.of(Lens.batch(Axis.ROWS))));
    specs.add(batch(READ, List.of(Lens.batch(Axis.ROWS), Lens.missesOverBatch(Axis.ROWS))));
    specs.add(singleReads());
    specs.add(threads(WRITE));
    specs.add(threads(READ));
    specs.add(throughput(WRITE));
    specs.add(throughput(READ));
    specs.addAll(sampled(WRITE));
    specs.addAll(sampled(READ));
    specs.add(tail(WRITE));
    specs.add(tail(READ));
    return specs;
  }

  private FigureSpec batch(Work work, List<Lens> lenses) {
    return spec(
        work,
        "figure-" + work.number,
        work.does,
        select(work, Mode.BATCH, Selection.Threads.ONE),
        lenses,
        Ends::of,
        original(work) + " One thread; a batch of rows, and the seconds it takes." + work.said);
  }

  private FigureSpec singleReads() {
    return spec(
        READ,
        "time-per-read",
        "Time of single reads",
        select(READ, Mode.BATCH, Selection.Threads.ONE),
        List.of(Lens.microsOverBatch(Axis.ROWS)),
        Ends::of,
        "The batches of figure 3.3.5 again, divided by their rows: what grows with the table rises"
            + " here, what does not lies flat."
            + READ.said);
  }

  private FigureSpec threads(Work work) {
    return spec(
        work,
        work.noun + "-threads",
        work.does + ", many threads",
        select(work, Mode.BATCH, Selection.Threads.SEVERAL),
        List.of(Lens.rateOverThreads()),
        Ends::of,
        "The counterpart of figure "
            + work.number
            + " with many threads, of which each has as many rows of its own: rows per second until"
            + " the last thread is done."
            + work.said);
  }

  private FigureSpec throughput(Work work) {
    return spec(
        work,
        "throughput-" + work.noun,
        "Throughput of " + work.noun,
        select(work, Mode.THROUGHPUT, Selection.Threads.ANY),
        List.of(Lens.scoreOverThreads(Quantity.OPERATIONS_PER_SECOND)),
        Ends::of,
        "Operations per second over all threads together.");
  }

  private List<FigureSpec> sampled(Work work) {
    return SampledView.ALL.stream()
        .map(view -> sampled(work, view).answeredBy(SampledView.BARS.lens()))
        .toList();
  }

  private FigureSpec sampled(Work work, SampledView view) {
    return spec(
        work,
        view.stem(work.noun),
        view.heading("Service time of " + work.noun),
        select(work, Mode.SAMPLE, Selection.Threads.ONE),
        List.of(view.lens()),
        Conclusion::of,
        view.caption());
  }

  private FigureSpec tail(Work work) {
    return spec(
        work,
        "latency-" + work.noun + "-threads",
        "Service time of " + work.noun + ", many threads",
        select(work, Mode.SAMPLE, Selection.Threads.SEVERAL),
        Catalogue.serviceTimeOverThreads(),
        Ends::of,
        "The median above, the 99th percentile below." + CLOSED_LOOP);
  }

  private Selection select(Work work, Mode mode, Selection.Threads threads) {
    return new Selection(Set.of(work.experiment), variant, mode, threads);
  }

  private FigureSpec spec(
      Work work,
      String stem,
      String heading,
      Selection selection,
      List<Lens> lenses,
      Function<Panel, Finding> telling,
      String caption) {
    return new FigureSpec(
        id(stem, variant),
        heading,
        selection,
        new Caches(database, work.verb),
        lenses,
        telling,
        caption + names(work) + differences());
  }

  private String original(Work work) {
    return variant == Variant.REPORT
        ? "Figure " + work.number + " of the original report, loaded as its script did."
        : "The twin of figure "
            + work.number
            + " with production clients and connections as they are used today.";
  }

  private String names(Work work) {
    return String.join(
        "",
        " The names are the report's: mysql_" + work.verb + " is " + database + " alone, ",
        "mem_mysql_" + work.verb + " and redis_mysql_" + work.verb,
        " have memcached and Redis in front of it.");
  }

  private String differences() {
    return variant == Variant.REPORT
        ? " As in the report, memcached's entries expire after 60 seconds and those of Redis never."
        : " Each cache is reached through its production client; where all threads share that, they"
            + " share a pool of connections to the table too.";
  }
}
