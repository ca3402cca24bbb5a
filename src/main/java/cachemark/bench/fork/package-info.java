// SPDX-License-Identifier: Apache-2.0

/**
 * What a fork is told by the process that started it, and what is read in it around an iteration.
 *
 * <p>May import {@code store}, {@code store.registry} and {@code protocol}.
 */
@NullMarked
package cachemark.bench.fork;

import org.jspecify.annotations.NullMarked;
