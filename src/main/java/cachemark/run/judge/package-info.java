// SPDX-License-Identifier: Apache-2.0

/**
 * Whether a finished fork's numbers can be believed: one small check for each way in which they
 * might not. Pure.
 *
 * <p>May import {@code plan}, {@code result}, {@code store}, {@code cacheaside} and {@code stats}.
 */
@NullMarked
package cachemark.run.judge;

import org.jspecify.annotations.NullMarked;
