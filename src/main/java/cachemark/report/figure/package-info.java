// SPDX-License-Identifier: Apache-2.0

/**
 * What a figure is, before anything is drawn: panels, axes, series, points, and what it says.
 *
 * <p>May import {@code result}, {@code stats} and the names of {@code store}.
 */
@NullMarked
package cachemark.report.figure;

import org.jspecify.annotations.NullMarked;
