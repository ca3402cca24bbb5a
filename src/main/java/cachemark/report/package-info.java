// SPDX-License-Identifier: Apache-2.0

/**
 * A stored run as charts and a markdown page, from stored results alone.
 *
 * <p>May import {@code result}, {@code stats}, {@code plan} and the labels of {@code store} and
 * {@code cacheaside}.
 */
@NullMarked
package cachemark.report;

import org.jspecify.annotations.NullMarked;
