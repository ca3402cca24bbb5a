// SPDX-License-Identifier: Apache-2.0

/**
 * What stands between a client and memcached, and what that costs.
 *
 * <p>May import {@code bench.fork}, {@code bench.measure}, {@code bench.target}, {@code store} and
 * {@code store.registry}.
 */
@NullMarked
package cachemark.bench.hop;

import org.jspecify.annotations.NullMarked;
