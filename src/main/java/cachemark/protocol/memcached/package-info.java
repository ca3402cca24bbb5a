// SPDX-License-Identifier: Apache-2.0

/**
 * The client side of memcached's text protocol and meta commands: requests as bytes out, replies as
 * bytes in.
 *
 * <p>Pure: no sockets, no clocks. May import {@code protocol}.
 */
@NullMarked
package cachemark.protocol.memcached;

import org.jspecify.annotations.NullMarked;
