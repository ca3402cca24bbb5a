// SPDX-License-Identifier: Apache-2.0

/**
 * Plans of loads on a table with a cache in front, where the closed loops of {@code plan} do not
 * do: YAML in, immutable records out. Their words are those of the command {@code load}, which
 * knows what they mean.
 *
 * <p>May import {@code plan}.
 */
@NullMarked
package cachemark.plan.workload;

import org.jspecify.annotations.NullMarked;
