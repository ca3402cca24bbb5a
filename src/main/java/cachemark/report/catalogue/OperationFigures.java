// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import static cachemark.report.catalogue.Catalogue.id;

import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.report.finding.Conclusion;
import cachemark.report.finding.Growth;
import java.util.List;
import java.util.Set;

/** The operations of both caches (E8), and what the length of a list costs (C21). */
final class OperationFigures {
  private final Variant variant;

  OperationFigures(Variant variant) {
    this.variant = variant;
  }

  List<FigureSpec> specs() {
    return List.of(operations(), lists());
  }

  private FigureSpec operations() {
    return new FigureSpec(
        id("operations", variant),
        "Operations",
        select("E8"),
        new Stores(false),
        List.of(Lens.microsByCommand()),
        Conclusion::of,
        "Every operation that the report names: the seconds of a batch, divided by its operations."
            + " memcached has neither sets nor lists. Each operation is compared with its like.");
  }

  private FigureSpec lists() {
    return new FigureSpec(
        id("list-length", variant),
        "Lists of Redis",
        select("C21"),
        new Commands(),
        List.of(Lens.microsOverElements()),
        Growth::of,
        "The time of one operation over the length of the list it goes to. Both axes grow by"
            + " factors: what costs the same at every length lies flat, and what costs in"
            + " proportion rises as steeply as the length.");
  }

  private Selection select(String experiment) {
    return new Selection(Set.of(experiment), variant, Mode.BATCH, Selection.Threads.ANY);
  }
}
