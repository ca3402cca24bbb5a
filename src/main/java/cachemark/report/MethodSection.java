// SPDX-License-Identifier: Apache-2.0
package cachemark.report;

import cachemark.report.block.Block;
import cachemark.stats.Histogram;
import cachemark.stats.Interval;
import java.util.List;
import java.util.Locale;

/** How the numbers are to be read, and what they cannot say. */
final class MethodSection {
  private MethodSection() {}

  /** The same for every run. */
  static List<Block> blocks() {
    return List.of(
        new Block.Heading(2, "How to read it"),
        new Block.Bullets(
            List.of(
                "The independent sample is the round: one fork of the JVM. Its value is the mean of its"
                    + " measured iterations; a percentile is taken of all its samples together, and"
                    + " left out where fewer than "
                    + Histogram.FEWEST_BEYOND
                    + " of them lie beyond it.",
                String.format(
                    Locale.ROOT,
                    "An interval is Student's, at %.0f %%, over rounds; that of a ratio is bootstrapped"
                        + " from %d rounds on. It needs %d rounds; with fewer, the single rounds are"
                        + " shown instead and no winner is named.",
                    100 * Interval.CONFIDENCE,
                    Interval.FEWEST_FOR_BOOTSTRAP,
                    Interval.FEWEST_ROUNDS),
                "The floor of this machine is what 32 bytes to a process that only sends them back, and"
                    + " back, take over one connection. A multiple of it is a time over its median over"
                    + " loopback TCP at the same placement: that of the run's own trials of the echo"
                    + " where there are such, else the one measured when the run began.",
                "A speed ratio compares the two sides within each round, and averages the logarithms;"
                    + " where there are several sizes, over all of them. Above 1, the first one is"
                    + " faster. Where its interval holds 1, no difference was detected.",
                "Where the hit rates of two sides differ by more than 0.1 percentage points, or the"
                    + " bytes that their operations read or wrote by more than 0.1 %, they did not do"
                    + " the same: the ratio is shown, and no winner is named.",
                "An invalid trial enters no mean and no interval; a suspect one does, and is marked."
                    + " A missing trial is stated, and never counts as zero.")),
        new Block.Heading(2, "Limits"),
        new Block.Bullets(
            List.of(
                "Client and servers share one machine and talk over loopback: no network card, no wire."
                    + " Which cores they use decides latency, so different placements are never in one"
                    + " figure.",
                "Every load is a closed loop: a slow answer delays the next request. Times are service"
                    + " times; a tail under a fixed rate of arrivals would be longer.",
                "That the original report's single-thread and many-thread scripts connected once per"
                    + " operation is our inference; it does not print them.",
                "Intervals cover what varies between rounds of this run, not what varies between"
                    + " machines or days; many comparisons on one page make one chance find likelier.")));
  }
}
