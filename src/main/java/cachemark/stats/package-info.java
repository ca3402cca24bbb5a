// SPDX-License-Identifier: Apache-2.0

/**
 * Pure statistics: summaries over rounds, percentiles, intervals of means and ratios with the
 * evidence for them, and whether a fork was steady.
 *
 * <p>May import nothing of cachemark; commons-math3 is used here alone.
 */
@NullMarked
package cachemark.stats;

import org.jspecify.annotations.NullMarked;
