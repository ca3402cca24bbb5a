// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.plan.Cell;
import cachemark.report.figure.SeriesKey;
import java.util.Set;

/** What a figure compares: how its series are told apart, and by which parameters. */
interface Sides {
  /** The series that {@code cell} belongs to. */
  SeriesKey key(Cell cell);

  /** The name of a series, without its client. */
  default String name(SeriesKey key) {
    return (key.subject().label() + " " + key.operation()).strip();
  }

  /** What that name means; empty where it speaks for itself. */
  default String meaning(SeriesKey key) {
    return "";
  }

  /** The parameters that tell the series apart, and so are no conditions of the figure. */
  Set<String> parameters();

  /** The parameters that mean nothing to {@code cell}: it belongs with every value of them. */
  default Set<String> idle(Cell cell) {
    return Set.of();
  }

  /** What {@code cell} has on {@code parameter}, in words that all cells of a figure share. */
  default String condition(Cell cell, String parameter) {
    return cell.param(parameter);
  }
}
