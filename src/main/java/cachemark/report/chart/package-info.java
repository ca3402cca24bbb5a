// SPDX-License-Identifier: Apache-2.0

/**
 * Figures drawn: the same picture as PNG and as SVG.
 *
 * <p>May import {@code report.figure}, {@code result} and {@code stats}; XChart is used here alone.
 */
@NullMarked
package cachemark.report.chart;

import org.jspecify.annotations.NullMarked;
