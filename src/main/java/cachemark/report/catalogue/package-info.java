// SPDX-License-Identifier: Apache-2.0

/**
 * Every figure this report knows, and how the trials of a run are sorted into them.
 *
 * <p>May import {@code report.figure}, {@code report.finding}, {@code result}, {@code stats},
 * {@code plan} and the labels of {@code store} and {@code cacheaside}.
 */
@NullMarked
package cachemark.report.catalogue;

import org.jspecify.annotations.NullMarked;
