// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import static cachemark.report.catalogue.Catalogue.CLOSED_LOOP;
import static cachemark.report.catalogue.Catalogue.id;

import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.report.catalogue.Selection.Sizes;
import cachemark.report.figure.Axis;
import cachemark.report.figure.Quantity;
import cachemark.report.finding.Conclusion;
import cachemark.report.finding.Ends;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The two caches against each other, on one thread (E1) and on many (E2). */
final class CacheFigures {
  private static final String READING =
      " The original does not say which of its figures 3.3.1 and 3.3.2 is set and which is get;"
          + " this order is our reading.";
  private static final String BY_FACTORS =
      " Both axes grow by factors: as long as a value is small beside what any operation costs, the"
          + " line lies flat.";
  private static final Set<String> SINGLE = Set.of("E1w", "E1r");
  private static final Set<String> MANY = Set.of("E2w", "E2r");

  private final Variant variant;

  CacheFigures(Variant variant) {
    this.variant = variant;
  }

  List<FigureSpec> specs() {
    List<FigureSpec> specs = new ArrayList<>();
    specs.add(single("3.3.1", "E1w", "set"));
    specs.add(single("3.3.2", "E1r", "get"));
    specs.add(threads());
    specs.add(throughputSingle());
    specs.add(throughputThreads());
    specs.addAll(sampledSingle("E1w", "set"));
    specs.addAll(sampledSingle("E1r", "get"));
    specs.add(latencyThreads());
    specs.add(throughputSizes());
    specs.add(latencySizes("E1w", "set"));
    specs.add(latencySizes("E1r", "get"));
    return specs;
  }

  private FigureSpec single(String number, String experiment, String op) {
    return spec(
        "figure-" + number,
        "Single-thread " + op,
        select(Set.of(experiment), Mode.BATCH),
        false,
        List.of(Lens.batch(Axis.OPERATIONS)),
        caption(number)
            + " One thread; a batch of operations, and the seconds it takes."
            + READING);
  }

  private FigureSpec threads() {
    return spec(
        "figure-3.3.3",
        "Set and get by many threads",
        select(MANY, Mode.BATCH),
        true,
        List.of(Lens.scoreOverThreads(Quantity.MAKESPAN_SECONDS), Lens.failuresOverThreads()),
        caption("3.3.3")
            + " Every thread does the same number of operations; above, the seconds until the last"
            + " one is done; below, connections that could not be had or kept.");
  }

  private FigureSpec throughputSingle() {
    return spec(
        "throughput-single",
        "Single-thread throughput",
        select(SINGLE, Mode.THROUGHPUT).of(Sizes.ONE),
        false,
        List.of(Lens.throughputByOperation()),
        "Operations per second of one thread.");
  }

  private FigureSpec throughputThreads() {
    return spec(
        "throughput-threads",
        "Throughput of many threads",
        select(MANY, Mode.THROUGHPUT),
        true,
        List.of(Lens.scoreOverThreads(Quantity.OPERATIONS_PER_SECOND)),
        "Operations per second over all threads together.");
  }

  private List<FigureSpec> sampledSingle(String experiment, String op) {
    return SampledView.ALL.stream()
        .map(view -> sampledSingle(experiment, op, view).answeredBy(SampledView.BARS.lens()))
        .toList();
  }

  private FigureSpec sampledSingle(String experiment, String op, SampledView view) {
    return spec(
        view.stem(op),
        view.heading("Single-thread service time of " + op),
        select(Set.of(experiment), Mode.SAMPLE).of(Sizes.ONE),
        false,
        List.of(view.lens()),
        view.caption());
  }

  private FigureSpec latencyThreads() {
    return spec(
        "latency-threads",
        "Service time under many threads",
        select(MANY, Mode.SAMPLE),
        true,
        Catalogue.serviceTimeOverThreads(),
        "The median above, the 99th percentile below." + CLOSED_LOOP);
  }

  private FigureSpec throughputSizes() {
    return sizes(
        "throughput-sizes",
        "Single-thread throughput by size",
        select(SINGLE, Mode.THROUGHPUT),
        true,
        List.of(Lens.throughputOverBytes()),
        "Operations per second of one thread over the size of the values." + BY_FACTORS);
  }

  private FigureSpec latencySizes(String experiment, String op) {
    return sizes(
        "latency-sizes-" + op,
        "Single-thread service time of " + op + " by size",
        select(Set.of(experiment), Mode.SAMPLE),
        false,
        List.of(
            Lens.percentileOverBytes(50),
            Lens.percentileOverBytes(90).written(),
            Lens.percentileOverBytes(99),
            Lens.percentileOverBytes(99.9).written()),
        "The sampled time of single operations over the size of the values: the median above, the"
            + " 99th percentile below."
            + BY_FACTORS
            + CLOSED_LOOP);
  }

  /** What a size costs is told where the sizes lie side by side. */
  private FigureSpec sizes(
      String stem,
      String heading,
      Selection selection,
      boolean byOperation,
      List<Lens> lenses,
      String caption) {
    return new FigureSpec(
        id(stem, variant),
        heading,
        selection.of(Sizes.SEVERAL),
        new Stores(byOperation),
        lenses,
        Ends::of,
        caption);
  }

  private Selection select(Set<String> experiments, Mode mode) {
    return new Selection(experiments, variant, mode, Selection.Threads.ANY);
  }

  private FigureSpec spec(
      String stem,
      String heading,
      Selection selection,
      boolean byOperation,
      List<Lens> lenses,
      String caption) {
    return new FigureSpec(
        id(stem, variant),
        heading,
        selection,
        new Stores(byOperation),
        lenses,
        Conclusion::of,
        caption);
  }

  private String caption(String number) {
    return variant == Variant.REPORT
        ? "Figure "
            + number
            + " of the original report; that its script connected once per operation is our"
            + " inference."
        : "The twin of figure "
            + number
            + " with production clients and connections as they are"
            + " used today.";
  }
}
