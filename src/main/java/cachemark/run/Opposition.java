// SPDX-License-Identifier: Apache-2.0
package cachemark.run;

import cachemark.plan.Arm;
import cachemark.plan.Cell;
import cachemark.plan.Effort;
import cachemark.result.Against;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which cells a run measures a second time as {@link Arm#BASE}.
 *
 * @param any whether there is something to measure against
 * @param build the other build, or null where it is this one
 */
record Opposition(boolean any, @Nullable OtherBuild build) {

  /** What a rival comes to. */
  static Opposition of(@Nullable Rival rival) {
    Path jar = rival == null ? null : rival.jar();
    return new Opposition(rival != null, jar == null ? null : OtherBuild.in(jar));
  }

  /** The cells with what is spent on the base added; a build does not measure what it has not. */
  Map<Cell, Effort> on(Map<Cell, Effort> cells) {
    Map<Cell, Effort> both = new LinkedHashMap<>();
    cells.forEach((cell, effort) -> both.put(cell, measures(cell) ? effort.and(Arm.BASE) : effort));
    return both;
  }

  private boolean measures(Cell cell) {
    return any && (build == null || build.has(cell));
  }

  /** Whether forks of both sides can take turns. */
  boolean takesTurns() {
    return any && (build == null || build.takesTurns());
  }

  /** What is stored of it; null where there is nothing to measure against. */
  @Nullable Against facts(Rigs rigs) {
    return any
        ? new Against(
            build == null ? null : build.facts(),
            rigs.isTwo() ? rigs.base().facts() : List.of(),
            rigs.isApart() && takesTurns())
        : null;
  }
}
