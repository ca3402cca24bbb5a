// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.plan.Cell;
import cachemark.plan.Mode;
import cachemark.plan.Variant;
import cachemark.store.Connections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cells of a figure.
 *
 * @param experiments ids that it draws from
 * @param variant of their cells
 * @param mode of their cells
 * @param threads how many measure
 * @param sizes how many sizes of values there are under the same conditions
 * @param clients how many there are of the same store
 * @param operation of their cells, in one word; empty for any
 */
record Selection(
    Set<String> experiments,
    Variant variant,
    Mode mode,
    Threads threads,
    Sizes sizes,
    Clients clients,
    String operation) {
  /** How many threads the cells of a figure have. */
  enum Threads {
    /** The experiments have the one or the other by themselves. */
    ANY,
    /** One, on connections of its own. */
    ONE,
    /** More than one, beside which one is shown too. */
    SEVERAL;

    private boolean admits(Cell cell) {
      return this != ONE
          || (cell.threads() == 1 && !cell.param("connections").equals(Connections.SHARED.name()));
    }

    private boolean suffices(List<Cell> cells) {
      return this != SEVERAL || cells.stream().anyMatch(cell -> cell.threads() > 1);
    }
  }

  /** How many sizes of values the cells of a figure have, all else being equal. */
  enum Sizes {
    /** Each has a figure of its own. */
    ANY,
    /** One; several have their place in another figure, side by side. */
    ONE,
    /** More than one, side by side. */
    SEVERAL;

    private boolean suffices(List<Cell> cells) {
      return this != SEVERAL
          || cells.stream().map(cell -> cell.param(Lens.VALUE_BYTES)).distinct().count() > 1;
    }
  }

  /** How many clients of the same store a figure has. */
  enum Clients {
    /** One is enough. */
    ANY,
    /** More than one, side by side. */
    SEVERAL;

    private boolean suffices(List<Cell> cells) {
      return this != SEVERAL
          || cells.stream()
              .collect(
                  Collectors.groupingBy(
                      cell -> cell.param("store"),
                      Collectors.mapping(cell -> cell.param("client"), Collectors.toSet())))
              .values()
              .stream()
              .anyMatch(clients -> clients.size() > 1);
    }
  }

  /** Cells of values of any size, through any clients. */
  Selection(Set<String> experiments, Variant variant, Mode mode, Threads threads) {
    this(experiments, variant, mode, threads, Sizes.ANY, Clients.ANY, "");
  }

  /** The same cells of so many sizes. */
  Selection of(Sizes other) {
    return new Selection(experiments, variant, mode, threads, other, clients, operation);
  }

  /** The same cells through so many clients. */
  Selection of(Clients other) {
    return new Selection(experiments, variant, mode, threads, sizes, other, operation);
  }

  /** The same cells of one operation. */
  Selection of(String other) {
    return new Selection(experiments, variant, mode, threads, sizes, clients, other);
  }

  boolean selects(Cell cell) {
    return experiments.contains(cell.experiment())
        && cell.variant() == variant
        && cell.mode() == mode
        && threads.admits(cell)
        && (operation.isEmpty() || Stores.operation(cell).equals(operation));
  }

  /** Whether {@code cells}, which were selected, are worth a figure. */
  boolean isFigure(List<Cell> cells) {
    return threads.suffices(cells) && sizes.suffices(cells) && clients.suffices(cells);
  }
}
