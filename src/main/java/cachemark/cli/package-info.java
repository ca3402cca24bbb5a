// SPDX-License-Identifier: Apache-2.0

/**
 * Flags become calls, results become words and exit codes.
 *
 * <p>May import {@code run}, {@code doctor}, {@code report}, {@code compare}, {@code result},
 * {@code load}, {@code drill}, {@code proxy}, {@code plan}, {@code machine} and {@code server} with
 * the rooms below them, {@code cacheaside} and {@code store} types; the only room that prints or
 * exits.
 */
@NullMarked
package cachemark.cli;

import org.jspecify.annotations.NullMarked;
