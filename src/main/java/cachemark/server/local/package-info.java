// SPDX-License-Identifier: Apache-2.0

/**
 * Servers as processes of this machine: installed programs in a temporary folder, never root.
 *
 * <p>May import {@code server} and {@code store} types.
 */
@NullMarked
package cachemark.server.local;

import org.jspecify.annotations.NullMarked;
