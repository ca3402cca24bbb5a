// SPDX-License-Identifier: Apache-2.0
package cachemark.compare.format;

import cachemark.compare.Row;
import java.util.List;

/** The columns of a row, the same in every table. */
final class Columns {
  static final List<String> HEADER =
      List.of("speed", "95 % interval", "BASE", "NEW", "would see", "cell");

  private Columns() {}

  static List<String> of(Row row, Names names) {
    String base = Amounts.significant(row.base().mean());
    boolean sameUnit = row.base().unit().equals(row.next().unit());
    return List.of(
        Amounts.significant(row.speed().value()),
        row.speed().interval().map(Amounts::interval).orElse(rounds(row)),
        sameUnit ? base : base + " " + Names.clean(row.base().unit()),
        Amounts.significant(row.next().mean()) + " " + Names.clean(row.next().unit()),
        Amounts.beyondOne(row.detectable()),
        names.of(row)
            + row.fresh().map(fresh -> ", p " + Amounts.pValue(fresh.pValue())).orElse(""));
  }

  /** Where there are too few for an interval. */
  private static String rounds(Row row) {
    return row.base().rounds() + " and " + row.next().rounds() + " rounds";
  }
}
