// SPDX-License-Identifier: Apache-2.0

/**
 * Failure drills: a script of faults, steady reads and writes meanwhile, a checker that knows every
 * acknowledged write, and a timeline of what came of each operation. All but {@link
 * cachemark.drill.Drill} and its clients is pure: time is handed in.
 *
 * <p>May import {@code workload}, {@code load} and {@code store} types.
 */
@NullMarked
package cachemark.drill;

import org.jspecify.annotations.NullMarked;
