// SPDX-License-Identifier: Apache-2.0

/**
 * A server exists and is ready: its process, its folder, its place on the cores, its end.
 *
 * <p>May import {@code store} types.
 */
@NullMarked
package cachemark.server;

import org.jspecify.annotations.NullMarked;
