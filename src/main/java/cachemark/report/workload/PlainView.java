// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.report.block.Block;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A group that says nothing of what it shows: throughput, p99 and hit ratio of its loads, side by
 * side.
 *
 * @param group of loads
 */
record PlainView(Group group) implements View {
  @Override
  public String heading() {
    return "Loads side by side";
  }

  @Override
  public List<Figure> figures() {
    Bars bars = new Bars(group, "Load");
    Optional<Panel> speed = bars.panel(Quantity.OPERATIONS_PER_SECOND, "", Measures::perSecond);
    List<Panel> panels =
        Stream.of(
                speed,
                bars.panel(times(), "p99", Measures::p99Micros),
                bars.panel(Quantity.HIT_PERCENT, "", Measures::hitPercent))
            .flatMap(Optional::stream)
            .toList();
    return View.figure(
        group,
        group.id(),
        heading(),
        View.compared(speed.stream().toList()),
        "Requests that were answered per second, of all kinds, the time that 99 of 100 took no"
            + " longer than, and how many look-ups in the cache found their value.",
        panels);
  }

  private Quantity times() {
    return group.cells().get(0).isClosed() ? Quantity.SERVICE_MICROS : Quantity.RESPONSE_MICROS;
  }

  @Override
  public List<Block> tables() {
    return List.of();
  }
}
