// SPDX-License-Identifier: Apache-2.0
package cachemark.compare;

import cachemark.compare.side.CellKey;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The whole names of the cells behind the suspects of a comparison. */
final class SuspectCells {
  private final Collection<CellKey> all;
  private final Contrast contrast;
  private final String first;

  private SuspectCells(Collection<CellKey> all, String axis, String first) {
    this.all = all;
    this.contrast = new Contrast(axis);
    this.first = first;
  }

  /** One cell for each suspect; two, where it is a comparison along an axis. */
  static SortedSet<CellKey> of(Comparison comparison) {
    SortedSet<CellKey> cells = new TreeSet<>();
    if (comparison.title().kind() != Title.Kind.ALONG) {
      comparison.suspects().forEach(suspect -> cells.add(suspect.key()));
    } else if (!comparison.suspects().isEmpty()) {
      String axis = comparison.title().axis();
      SuspectCells finder =
          new SuspectCells(
              comparison.base().cells().keySet(), axis, AxisMatcher.first(comparison.base(), axis));
      comparison.suspects().forEach(suspect -> finder.add(suspect, cells));
    }
    return cells;
  }

  private void add(Row suspect, Collection<CellKey> cells) {
    all.stream()
        .filter(key -> contrast.shared(key).equals(suspect.key()))
        .filter(key -> suspect.contrast().equals(value(key) + "/" + first))
        .findFirst()
        .ifPresent(
            next -> {
              cells.add(next);
              partner(next).ifPresent(cells::add);
            });
  }

  /** The cell of the axis's first value that shares all with {@code next}, or what it must. */
  private Optional<CellKey> partner(CellKey next) {
    return all.stream()
        .filter(key -> value(key).equals(first))
        .filter(key -> contrast.shared(key).equals(contrast.shared(next)))
        .findFirst()
        .or(
            () ->
                all.stream()
                    .filter(key -> value(key).equals(first))
                    .filter(key -> contrast.leastShared(key).equals(contrast.leastShared(next)))
                    .findFirst());
  }

  private String value(CellKey key) {
    return key.value(contrast.axis()).orElse("");
  }
}
