// SPDX-License-Identifier: Apache-2.0

/**
 * A stored run as a page, as markdown, as JUnit's XML and as charts, from stored results alone.
 *
 * <p>May import {@code result} and {@code plan} with the rooms below them, {@code stats} and the
 * labels of {@code store} and {@code cacheaside}.
 */
@NullMarked
package cachemark.report;

import org.jspecify.annotations.NullMarked;
