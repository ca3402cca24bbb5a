// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.plan.workload.CacheEvent;
import cachemark.report.block.Block;
import cachemark.report.figure.Digits;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Finding;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Quantity;
import cachemark.result.workload.WorkloadLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The load of the database and the errors of clients while the cache is away.
 *
 * @param group of loads
 */
record OutageView(Group group) implements View {
  @Override
  public String heading() {
    return "While the cache is away";
  }

  @Override
  public List<Figure> figures() {
    BySecond seconds = new BySecond(group);
    Quantity times =
        group.cells().get(0).isClosed() ? Quantity.SERVICE_MICROS : Quantity.RESPONSE_MICROS;
    boolean bypassed = any(Outage::bypassing);
    boolean failed = any(Outage::failed) || !bypassed;
    Optional<Panel> none = Optional.empty();
    List<Panel> panels =
        Stream.of(
                failed
                    ? seconds.panel(Quantity.FAILED_PER_SECOND, "", true, Moments::failed)
                    : none,
                bypassed
                    ? seconds.panel(Quantity.BYPASSING_PER_SECOND, "", !failed, Moments::bypassing)
                    : none,
                seconds.panel(Quantity.QUERIES_PER_SECOND, "", false, Moments::queries),
                seconds.panel(times, "p99", false, Moments::p99Micros))
            .flatMap(Optional::stream)
            .toList();
    return View.figure(
        group,
        group.id(),
        heading(),
        new Finding(statements(), ""),
        "Each point is the second that ends there. A request that failed has no time; one that went on"
            + " without the cache, as it may when that fails, has.",
        panels);
  }

  private boolean any(ToDoubleFunction<Outage> measure) {
    return group.cells().stream()
        .flatMap(cell -> cell.loads().stream())
        .anyMatch(load -> of(measure).applyAsDouble(load) > 0);
  }

  private ToDoubleFunction<WorkloadLoad> of(ToDoubleFunction<Outage> measure) {
    double went = Incident.first(events()).orElse(0);
    double back = Incident.back(events()).orElse(went);
    return load -> measure.applyAsDouble(Outage.of(load, went, back));
  }

  /** What happens to the caches; a load without one is looked at over the same seconds. */
  private List<CacheEvent> events() {
    return group.cells().stream()
        .map(cell -> cell.any().events())
        .filter(events -> !events.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<String> statements() {
    List<String> words = new ArrayList<>();
    for (LoadRounds cell : group.cached()) {
      double failed = cell.mean(of(Outage::failed));
      double bypassing = cell.mean(of(Outage::bypassing));
      double recovery = cell.mean(of(Outage::recoverySeconds));
      double factor = cell.mean(of(Outage::factor));
      if (Double.isFinite(failed)) {
        String label = group.label(cell, List.of(Trait.EVENTS));
        words.add(
            cell.words(Trait.STORE)
                + (label.isEmpty() ? "" : " (" + label + ")")
                + ": "
                + Digits.whole(failed)
                + " requests fail"
                + (bypassing > 0 ? ", " + Digits.whole(bypassing) + " go on without it" : "")
                + (Double.isFinite(factor)
                    ? ", up to " + Digits.factor(factor) + " times the queries"
                    : ", up to " + Digits.whole(cell.mean(of(Outage::queriesMost))) + " queries/s")
                + (Double.isFinite(recovery)
                    ? ", recovered " + Digits.fixed(recovery, 1) + " s after the return"
                    : ", not recovered by the end"));
      }
    }
    return words;
  }

  @Override
  public List<Block> tables() {
    List<List<String>> rows = new ArrayList<>();
    for (LoadRounds cell : group.cells()) {
      rows.add(
          List.of(
              CellTable.name(group, cell),
              cell.words(Trait.STORE),
              cell(cell, Outage::failed),
              cell(cell, Outage::bypassing),
              cell(cell, Outage::amissSeconds),
              cell(cell, Outage::hitPercentBefore),
              recovery(cell),
              cell(cell, Outage::queriesBefore),
              cell(cell, Outage::queriesMost),
              cell(cell, Outage::factor),
              cell(cell, Outage::p99MicrosBefore),
              cell(cell, Outage::p99MicrosMost)));
    }
    return List.of(
        new Block.Heading(3, "Outage"),
        new Block.Table(
            "llrrrrrrrrrr",
            List.of(
                "Load",
                "Cache",
                "Requests that failed",
                "Went on without the cache",
                "Seconds with either",
                "Hit ratio before, %",
                "Recovered after the return, s",
                "Queries/s before",
                "Queries in the fullest second after",
                "Times as many",
                "p99 before, µs",
                "p99 of the worst second after, µs"),
            rows),
        new Block.Paragraph(
            "Recovered: the end of the first second from which on nothing failed, and that found"
                + " nine tenths as many of its values as before. Of no cache the same seconds are"
                + " looked at."));
  }

  private String recovery(LoadRounds cell) {
    if (!cell.hasCache()) {
      return "";
    }
    String words = cell(cell, Outage::recoverySeconds);
    return words.isEmpty() ? "not by the end" : words;
  }

  private String cell(LoadRounds cell, ToDoubleFunction<Outage> measure) {
    return Numbers.cell(cell.summary(of(measure)), Digits::significant);
  }
}
