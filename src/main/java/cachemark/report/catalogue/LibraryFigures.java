// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import static cachemark.report.catalogue.Catalogue.CLOSED_LOOP;
import static cachemark.report.catalogue.Catalogue.id;

import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.report.figure.Axis;
import cachemark.report.figure.Quantity;
import cachemark.report.finding.Costliness;
import cachemark.report.finding.Ends;
import cachemark.result.TrialRecord;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What the client library costs: for one thread, for many that share it, and for requests that are
 * sent many in one go.
 */
final class LibraryFigures {
  private static final String EXPERIMENT = "clients";
  private static final Variant VARIANT = Variant.TODAY;
  private static final String CPU =
      " CPU time is that of all threads of the client's process, its kernel's part included; the"
          + " least is at the top.";

  private LibraryFigures() {}

  static List<FigureSpec> specs() {
    return List.of(oneByOne(), pipelined("get"), pipelined("set"));
  }

  /** The production libraries are sampled for other figures already. */
  private static FigureSpec oneByOne() {
    return new FigureSpec(
        id("client-cost", VARIANT),
        "What the client library costs",
        select(Mode.SAMPLE, EXPERIMENT, "E1r").of(Selection.Clients.SEVERAL),
        new Libraries(),
        List.of(
            cpu(),
            lens("p50", Quantity.SERVICE_MICROS, trial -> Measures.micros(trial, 50)),
            lens("p99", Quantity.SERVICE_MICROS, trial -> Measures.micros(trial, 99))),
        Costliness::of,
        "One get of a value that is there, through each client; below it the median and the 99th"
            + " percentile of the time it takes."
            + CPU
            + " A line shows the same of one thread that has 32 bytes echoed over loopback, where that"
            + " ran on the same cores. Threads that share a library stand beside threads with a thin"
            + " socket each, which cannot be shared."
            + CLOSED_LOOP);
  }

  private static FigureSpec pipelined(String operation) {
    return new FigureSpec(
        id("pipelines-" + operation, VARIANT),
        "Many requests in one go: " + operation,
        select(Mode.THROUGHPUT, "C14", EXPERIMENT).of(operation),
        new Stores(false),
        List.of(
            overPipeline("Throughput", Quantity.OPERATIONS_PER_SECOND, Measures::score),
            overPipeline("Client CPU", Quantity.CLIENT_CPU_MICROS, Costs::clientMicros),
            overPipeline("Server CPU", Quantity.SERVER_CPU_MICROS, Costs::serverMicros)),
        Ends::of,
        "Through thin sockets that send so many requests before they read the answers; below, what"
            + " an operation costs either side."
            + " memcached answers each get of its text protocol in a packet of its own, and meta"
            + " commands many in one.");
  }

  private static Selection select(Mode mode, String... experiments) {
    return new Selection(Set.of(experiments), VARIANT, mode, Selection.Threads.ANY);
  }

  private static Lens overPipeline(
      String title, Quantity quantity, ToDoubleFunction<TrialRecord> value) {
    return Lens.single(title, quantity, Axis.PIPELINE, "pipeline", value);
  }

  private static Lens cpu() {
    return lens("Client CPU", Quantity.CLIENT_CPU_MICROS, Costs::clientMicros);
  }

  private static Lens lens(String title, Quantity quantity, ToDoubleFunction<TrialRecord> value) {
    return new Lens(
        title,
        quantity,
        Libraries.rows(title),
        Libraries.CLIENT,
        true,
        trial ->
            List.of(new Lens.Observation(Libraries.row(trial.cell()), value.applyAsDouble(trial))));
  }
}
