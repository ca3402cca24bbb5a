// SPDX-License-Identifier: Apache-2.0
package cachemark.report.workload;

import cachemark.plan.workload.Shows;
import cachemark.report.block.Block;
import cachemark.report.figure.Axis;
import cachemark.report.figure.Figure;
import cachemark.report.figure.Panel;
import cachemark.report.figure.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * Throughput and p99 along what a group varies.
 *
 * @param group of loads
 * @param heading what it shows
 * @param axis of what is varied
 * @param along the same as a trait
 */
record SweepView(Group group, String heading, Axis axis, Trait along) implements View {
  static SweepView of(Group group) {
    return group.shows() == Shows.MIX
        ? new SweepView(group, "Reads and updates mixed", Axis.READ_PERCENT, Trait.GETS)
        : group.shows() == Shows.VALUE_SIZE
            ? new SweepView(group, "Size of the values", Axis.VALUE_BYTES, Trait.VALUE_BYTES)
            : new SweepView(group, "Number of connections", Axis.CONNECTIONS, Trait.CONNECTIONS);
  }

  @Override
  public List<Figure> figures() {
    Lines lines = new Lines(group, axis, cell -> cell.number(along), List.of(along), List.of());
    List<Panel> speed = lines.panels(Quantity.OPERATIONS_PER_SECOND, "", Measures::perSecond);
    List<Panel> panels = new ArrayList<>(speed);
    Quantity times =
        group.cells().get(0).isClosed() ? Quantity.SERVICE_MICROS : Quantity.RESPONSE_MICROS;
    panels.addAll(lines.panels(times, "p99", Measures::p99Micros));
    return View.figure(
        group,
        group.id(),
        heading,
        View.compared(speed),
        "Requests that were answered per second, of all kinds, and the time that 99 of 100 took no"
            + " longer than.",
        panels);
  }

  @Override
  public List<Block> tables() {
    return List.of();
  }
}
