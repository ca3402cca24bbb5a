// SPDX-License-Identifier: Apache-2.0

/**
 * Flags become calls, results become words and exit codes.
 *
 * <p>May import {@code run}, {@code doctor}, {@code report}, {@code result}, {@code load}, {@code
 * plan}, {@code machine}, {@code server} with its sources, and {@code store} types; the only room
 * that prints or exits.
 */
@NullMarked
package cachemark.cli;

import org.jspecify.annotations.NullMarked;
