// SPDX-License-Identifier: Apache-2.0

/**
 * Seeded streams of keys and values: which keys are asked for, how long their values are, what is
 * written to and expected from a store.
 *
 * <p>Pure and of constant memory in the number of keys. Imports nothing of cachemark.
 */
@NullMarked
package cachemark.workload;

import org.jspecify.annotations.NullMarked;
