// SPDX-License-Identifier: Apache-2.0

/**
 * What to run, validated: YAML in, immutable records out.
 *
 * <p>May import {@code workload}, {@code store} and {@code cacheaside} types.
 */
@NullMarked
package cachemark.plan;

import org.jspecify.annotations.NullMarked;
