// SPDX-License-Identifier: Apache-2.0

/**
 * Pure statistics: summaries over rounds, intervals of means and ratios, percentiles.
 *
 * <p>May import nothing of cachemark; commons-math3 is used here alone.
 */
@NullMarked
package cachemark.stats;

import org.jspecify.annotations.NullMarked;
