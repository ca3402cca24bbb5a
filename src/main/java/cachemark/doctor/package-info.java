// SPDX-License-Identifier: Apache-2.0

/**
 * What this machine and its sources of servers can run, and how noisy it is: findings, each a line
 * that says what it does to the numbers and what to do about it.
 *
 * <p>May import {@code machine}, {@code floor}, {@code server} with its sources, {@code plan},
 * {@code result} and {@code store} types; not {@code run}.
 */
@NullMarked
package cachemark.doctor;

import org.jspecify.annotations.NullMarked;
