// SPDX-License-Identifier: Apache-2.0

/**
 * E8: every operation that the report names.
 *
 * <p>May import {@code bench.measure}, {@code bench.target}, {@code store} and {@code
 * store.registry}.
 */
@NullMarked
package cachemark.bench.command;

import org.jspecify.annotations.NullMarked;
