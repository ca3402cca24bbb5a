// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.plan.Cell;
import cachemark.report.figure.Axis;
import cachemark.report.figure.Named;
import cachemark.report.figure.SeriesKey;
import cachemark.store.PathType;
import cachemark.store.StoreType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Path against path to memcached, a row for each.
 *
 * @param operation that goes by all of them, in words
 */
record Paths(String operation) implements Sides {
  static final String PATH = "path";

  private static final List<PathType> ALL = List.of(PathType.values());

  /** The paths as rows under {@code header}. */
  static Axis rows(String header) {
    return new Axis(
        "Path",
        "",
        ALL.stream().map(PathType::label).toList(),
        List.of(),
        Collections.nCopies(ALL.size(), header));
  }

  /** The row of a cell, or -1 where it has none. */
  static int row(Cell cell) {
    return Arrays.stream(PathType.values()).map(PathType::name).toList().indexOf(cell.param(PATH));
  }

  @Override
  public SeriesKey key(Cell cell) {
    return new SeriesKey(new Named(StoreType.MEMCACHED.name(), operation), Named.NOTHING, "");
  }

  @Override
  public Set<String> parameters() {
    return Set.of(PATH);
  }
}
