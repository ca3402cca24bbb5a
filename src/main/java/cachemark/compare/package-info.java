// SPDX-License-Identifier: Apache-2.0

/**
 * Compares sides cell by cell: which cells match, whether they may be compared, and the verdicts.
 * Start at {@link cachemark.compare.Comparison}.
 *
 * <p>Pure. May import {@code compare.side}, {@code stats}, {@code plan}, {@code store} and the
 * exceptions of {@code result}.
 */
@NullMarked
package cachemark.compare;

import org.jspecify.annotations.NullMarked;
