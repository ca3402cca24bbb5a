// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import cachemark.plan.Mode;
import cachemark.plan.Variant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Every figure this report knows: those of the original report, and their twins of today. */
final class Catalogue {
  private static final String READING =
      " The original does not say which of its figures 3.3.1 and 3.3.2 is set and which is get;"
          + " this order is our reading.";
  private static final String CLOSED_LOOP =
      " Service time in a closed loop: each thread waits for its answer before it sends again,"
          + " so time spent waiting to send is not in it.";

  private Catalogue() {}

  static List<FigureSpec> specs() {
    return Stream.of(Variant.REPORT, Variant.TODAY).flatMap(Catalogue::of).toList();
  }

  private static Stream<FigureSpec> of(Variant variant) {
    return Stream.of(
        single("3.3.1", "E1w", "set", variant),
        single("3.3.2", "E1r", "get", variant),
        threads(variant),
        throughputSingle(variant),
        throughputThreads(variant),
        latencySingle("E1w", "set", variant),
        latencySingle("E1r", "get", variant),
        latencyThreads(variant));
  }

  private static FigureSpec single(String number, String experiment, String op, Variant variant) {
    return new FigureSpec(
        id("figure-" + number, variant),
        "Single-thread " + op,
        Set.of(experiment),
        variant,
        Mode.BATCH,
        false,
        List.of(Lens.batchOverOperations()),
        caption(variant, number)
            + " One thread; a batch of operations, and the seconds it takes."
            + READING);
  }

  private static FigureSpec threads(Variant variant) {
    return new FigureSpec(
        id("figure-3.3.3", variant),
        "Set and get by many threads",
        Set.of("E2w", "E2r"),
        variant,
        Mode.BATCH,
        true,
        List.of(Lens.scoreOverThreads(Quantity.MAKESPAN_SECONDS), Lens.failuresOverThreads()),
        caption(variant, "3.3.3")
            + " Every thread does the same number of operations; above, the seconds until the last"
            + " one is done; below, connections that could not be had or kept.");
  }

  private static FigureSpec throughputSingle(Variant variant) {
    return new FigureSpec(
        id("throughput-single", variant),
        "Single-thread throughput",
        Set.of("E1w", "E1r"),
        variant,
        Mode.THROUGHPUT,
        false,
        List.of(Lens.throughputByOperation()),
        "Operations per second of one thread.");
  }

  private static FigureSpec throughputThreads(Variant variant) {
    return new FigureSpec(
        id("throughput-threads", variant),
        "Throughput of many threads",
        Set.of("E2w", "E2r"),
        variant,
        Mode.THROUGHPUT,
        true,
        List.of(Lens.scoreOverThreads(Quantity.OPERATIONS_PER_SECOND)),
        "Operations per second over all threads together.");
  }

  private static FigureSpec latencySingle(String experiment, String op, Variant variant) {
    return new FigureSpec(
        id("latency-" + op, variant),
        "Single-thread service time of " + op,
        Set.of(experiment),
        variant,
        Mode.SAMPLE,
        false,
        List.of(Lens.percentiles()),
        "Percentiles of the sampled time of single operations." + CLOSED_LOOP);
  }

  private static FigureSpec latencyThreads(Variant variant) {
    return new FigureSpec(
        id("latency-threads", variant),
        "Service time under many threads",
        Set.of("E2w", "E2r"),
        variant,
        Mode.SAMPLE,
        true,
        List.of(
            Lens.percentileOverThreads(50, true),
            Lens.percentileOverThreads(90, false),
            Lens.percentileOverThreads(99, true),
            Lens.percentileOverThreads(99.9, false)),
        "The median above, the 99th percentile below." + CLOSED_LOOP);
  }

  private static String id(String stem, Variant variant) {
    return stem + "-" + variant.name().toLowerCase(Locale.ROOT);
  }

  private static String caption(Variant variant, String number) {
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
