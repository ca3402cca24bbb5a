// SPDX-License-Identifier: Apache-2.0

/**
 * What the 2012 report claims, as data, and what a stored run says to each claim.
 *
 * <p>May import {@code report.catalogue}, {@code report.figure}, {@code result}, {@code stats},
 * {@code plan} and the labels of {@code store}.
 */
@NullMarked
package cachemark.report.claims;

import org.jspecify.annotations.NullMarked;
