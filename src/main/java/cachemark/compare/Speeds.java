// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import cachemark.compare.side.CellKey;
import cachemark.plan.Cell;
import cachemark.stats.Ratio;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How fast the cells of NEW are, for those who know what cachemark's own cells are. */
public final class Speeds {
  private final Comparison comparison;

  private Speeds(Comparison comparison) {
    this.comparison = comparison;
  }

  /**
   * The speed of NEW's cells over that of what each was compared with, worst first; without the
   * cells that other tools have measured, and without those of which more than one axis differs.
   */
  public static Map<Cell, Ratio> of(Comparison comparison) {
    Speeds speeds = new Speeds(comparison);
    Map<Cell, Ratio> cells = new LinkedHashMap<>();
    for (Row row : comparison.rows()) {
      speeds.next(row).flatMap(CellKey::cell).ifPresent(cell -> cells.put(cell, row.speed()));
    }
    return Collections.unmodifiableMap(cells);
  }

  /** The name of NEW's cell, where a row leaves open what tells the sides apart. */
  private Optional<CellKey> next(Row row) {
    if (row.contrast().isEmpty()) {
      return Optional.of(row.key());
    }
    String value = row.contrast().substring(0, row.contrast().indexOf('/'));
    return axis().map(axis -> row.key().with(axis, value));
  }

  /** The one axis along which or across which all was compared. */
  private Optional<String> axis() {
    return comparison.title().kind() == Title.Kind.ALONG
        ? Optional.of(comparison.title().axis())
        : comparison.terms().across().stream()
            .filter(axis -> comparison.terms().across().size() == 1)
            .findFirst();
  }
}
