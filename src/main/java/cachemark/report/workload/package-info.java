// SPDX-License-Identifier: Apache-2.0

/**
 * What a stored workload says: its loads sorted into groups, a figure and tables for each, and the
 * answer to somebody who has to choose. Pure: nothing is drawn or written here.
 *
 * <p>May import {@code report.figure}, {@code report.finding}, {@code report.block}, {@code
 * report.catalogue}, {@code result}, {@code result.load}, {@code result.workload}, {@code
 * plan.workload}, {@code stats}, the labels of {@code store} and the policies of {@code
 * cacheaside}.
 */
@NullMarked
package cachemark.report.workload;

import org.jspecify.annotations.NullMarked;
