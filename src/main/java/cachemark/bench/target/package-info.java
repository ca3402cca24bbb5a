// SPDX-License-Identifier: Apache-2.0

/**
 * The servers under test as benchmarks need them: empty, filled, reached, left.
 *
 * <p>May import {@code bench.fork}, {@code store}, {@code store.registry} and {@code workload}.
 */
@NullMarked
package cachemark.bench.target;

import org.jspecify.annotations.NullMarked;
