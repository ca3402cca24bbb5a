// SPDX-License-Identifier: Apache-2.0

/**
 * Flags become calls, results become words and exit codes.
 *
 * <p>May import every room; the only one that prints or exits.
 */
@NullMarked
package cachemark.cli;

import org.jspecify.annotations.NullMarked;
