// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.block.Block;
import cachemark.report.figure.Digits;
import cachemark.result.StoredRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the time of a run went, in a table. */
final class TimeSection {
  private static final double MILLIS_PER_SECOND = 1e3;

  private TimeSection() {}

  /** The table, and how to read it; nothing where no time was stored. */
  static List<Block> blocks(StoredRun run) {
    return TimeSpent.of(run).map(TimeSection::blocks).orElse(List.of());
  }

  private static List<Block> blocks(TimeSpent spent) {
    Duration total = spent.total();
    List<List<String>> rows = new ArrayList<>();
    spent.parts().forEach(part -> rows.add(row(part.name(), part.time(), total)));
    rows.add(row("all of it", total, total));
    return List.of(
        new Block.Table("lrr", List.of("Time of the run", "Seconds", "Share"), rows),
        new Block.Paragraph(
            String.format(
                Locale.ROOT,
                "Over %d %s; %.0f %% neither measured nor warmed up. Trials that were cut off and"
                    + " the drawing of this page are not in it. Iterations count with the time they"
                    + " were given, batches with the time they took.",
                spent.starts(),
                spent.starts() == 1 ? "start" : "starts",
                100 * spent.otherShare())));
  }

  private static List<String> row(String name, Duration time, Duration total) {
    double share = total.isZero() ? 0 : (double) time.toMillis() / total.toMillis();
    return List.of(
        name,
        Digits.fixed(time.toMillis() / MILLIS_PER_SECOND, 1),
        Digits.whole(100 * share) + " %");
  }
}
