// SPDX-License-Identifier: Apache-2.0
package cachemark.report.catalogue;

import cachemark.plan.Variant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Every figure this report knows: those of the original report, and their twins of today. */
final class Catalogue {
  static final String CLOSED_LOOP =
      " Service time in a closed loop: each thread waits for its answer before it sends again,"
          + " so time spent waiting to send is not in it.";

  private Catalogue() {}

  /** All figures of a run whose tables are on a server of the given name. */
  static List<FigureSpec> specs(String database) {
    return Stream.concat(
            Stream.of(Variant.REPORT, Variant.TODAY)
                .flatMap(
                    variant ->
                        Stream.of(
                                new CacheFigures(variant).specs(),
                                new TableFigures(variant, database).specs(),
                                new OperationFigures(variant).specs())
                            .flatMap(List::stream)),
            Stream.concat(LibraryFigures.specs().stream(), PathFigures.specs().stream()))
        .toList();
  }

  static String id(String stem, Variant variant) {
    return stem + "-" + variant.name().toLowerCase(Locale.ROOT);
  }

  /** The lenses of service time over threads: median and tail drawn, the rest as tables. */
  static List<Lens> serviceTimeOverThreads() {
    return List.of(
        Lens.percentileOverThreads(50),
        Lens.percentileOverThreads(90).written(),
        Lens.percentileOverThreads(99),
        Lens.percentileOverThreads(99.9).written());
  }
}
