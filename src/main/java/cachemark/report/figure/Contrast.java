// SPDX-License-Identifier: Apache-2.0
package cachemark.report.figure;

import cachemark.stats.Ratio;
import java.util.Optional;

/**
 * Two sides that were compared.
 *
 * @param left name of the first side
 * @param right name of the second side
 * @param subject in what, as in {@code set}, or where, as in {@code 50 threads}; empty where the
 *     figure has one comparison
 * @param speed how many times as fast the first is as the second, above 0
 * @param mismatch why neither is the faster one, whatever the ratio says
 */
public record Contrast(
    String left, String right, String subject, Ratio speed, Optional<Mismatch> mismatch) {}
