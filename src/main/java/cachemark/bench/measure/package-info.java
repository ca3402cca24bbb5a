// SPDX-License-Identifier: Apache-2.0

/**
 * What is done again and again, counted and timed: steps, batches, rings, and their start.
 *
 * <p>May import {@code bench.fork}, {@code store} and {@code cacheaside}.
 */
@NullMarked
package cachemark.bench.measure;

import org.jspecify.annotations.NullMarked;
