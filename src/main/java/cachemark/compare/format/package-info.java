// SPDX-License-Identifier: Apache-2.0

/**
 * Writes a comparison: for a terminal, as markdown, as JSON, as JUnit's XML, as a page. The same
 * comparison gives the same text in every locale.
 *
 * <p>May import {@code compare}, {@code compare.side}, {@code stats}, {@code report.html} and
 * {@code report.block}.
 */
@NullMarked
package cachemark.compare.format;

import org.jspecify.annotations.NullMarked;
