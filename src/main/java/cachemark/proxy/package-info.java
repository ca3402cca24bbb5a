// SPDX-License-Identifier: Apache-2.0

/**
 * The core of the memcached proxy: placement, the states of servers, and the repair that keeps what
 * was acknowledged when one of a key's two servers fails.
 *
 * <p>Pure: no sockets, no threads, no clock of its own. May import {@code protocol}, {@code
 * protocol.ring} and {@code protocol.memcached}.
 */
@NullMarked
package cachemark.proxy;

import org.jspecify.annotations.NullMarked;
