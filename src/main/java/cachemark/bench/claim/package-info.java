// SPDX-License-Identifier: Apache-2.0

/**
 * What the report says of its servers, each a question to be answered with yes or no.
 *
 * <p>May import {@code bench.measure}, {@code bench.target}, {@code bench.fork}, {@code store} and
 * {@code store.registry}.
 */
@NullMarked
package cachemark.bench.claim;

import org.jspecify.annotations.NullMarked;
