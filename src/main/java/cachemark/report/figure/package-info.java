// SPDX-License-Identifier: Apache-2.0

/**
 * What a report shows, before anything is drawn: the catalogue of figures, their series and points.
 *
 * <p>May import {@code result}, {@code stats}, {@code plan} and the labels of {@code store}.
 */
@NullMarked
package cachemark.report.figure;

import org.jspecify.annotations.NullMarked;
