// SPDX-License-Identifier: Apache-2.0

/**
 * The least that a client and a server can do: bytes that are sent back, over loopback TCP and over
 * a Unix domain socket.
 *
 * <p>May import {@code store} and {@code store.wire} types.
 */
@NullMarked
package cachemark.echo;

import org.jspecify.annotations.NullMarked;
