// SPDX-License-Identifier: Apache-2.0
package cachemark.doctor;

import cachemark.result.Noise;
import java.util.Locale;

/** What a noise means. Pure. */
final class NoiseWords {
  /** A tick of the kernel's timer alone costs a piece of 50 µs up to as much. */
  private static final double EVEN = 1.3;

  private static final double UNEVEN = 2.0;
  private static final long SHORT_GAP_NANOS = 2_000_000;
  private static final long LONG_GAP_NANOS = 10_000_000;

  private NoiseWords() {}

  static Finding of(Noise noise) {
    String id = "noise." + noise.placement().text();
    String text =
        String.format(
            Locale.ROOT,
            "%s: work of %s takes %.2f times as long 1 time in 100; worst gap %s",
            Placements.brief(noise.placement()),
            Amounts.nanos(noise.medianNanos()),
            noise.p99OverMedian(),
            Amounts.nanos(noise.worstGapNanos()));
    if (noise.p99OverMedian() >= UNEVEN || noise.worstGapNanos() >= LONG_GAP_NANOS) {
      return Finding.warning(
          id,
          text
              + ". Noisy: tails show the machine rather than the server, and small differences drown",
          "end what else runs, and take more rounds: run --rounds 9");
    }
    return noise.p99OverMedian() < EVEN && noise.worstGapNanos() < SHORT_GAP_NANOS
        ? Finding.ok(id, text + ". Quiet")
        : Finding.note(id, text + ". Some noise: believe medians before tails");
  }
}
