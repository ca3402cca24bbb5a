// SPDX-License-Identifier: Apache-2.0

/**
 * Pages for a browser, of a run and of a comparison: what they show, before it is markup. The
 * templates that write them are in {@code src/main/jte}, style and script beside this package in
 * the resources.
 *
 * <p>May import {@code report.block}, {@code plan} and {@code stats}.
 */
@NullMarked
package cachemark.report.html;

import org.jspecify.annotations.NullMarked;
