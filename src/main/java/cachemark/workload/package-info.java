// SPDX-License-Identifier: Apache-2.0

/**
 * Seeded streams of keys and values: what is written to and expected from a store.
 *
 * <p>Pure and of constant memory in the number of keys. Imports nothing of cachemark.
 */
@NullMarked
package cachemark.workload;

import org.jspecify.annotations.NullMarked;
