// SPDX-License-Identifier: Apache-2.0

/**
 * E3 and E4: a table, alone and with a cache in front.
 *
 * <p>May import {@code bench.measure}, {@code bench.target}, {@code bench.fork}, {@code store},
 * {@code store.registry} and {@code cacheaside}.
 */
@NullMarked
package cachemark.bench.table;

import org.jspecify.annotations.NullMarked;
