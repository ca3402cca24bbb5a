// SPDX-License-Identifier: Apache-2.0

/**
 * What a panel says, in words: a winner only where the interval of a ratio leaves 1 out, and where
 * both sides hit and delivered alike.
 *
 * <p>May import {@code report.figure} and {@code stats}.
 */
@NullMarked
package cachemark.report.finding;

import org.jspecify.annotations.NullMarked;
