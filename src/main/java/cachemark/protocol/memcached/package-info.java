// SPDX-License-Identifier: Apache-2.0

/**
 * Both sides of memcached's text protocol and meta commands: a client's requests as bytes out and
 * replies as bytes in, a server's commands as bytes in.
 *
 * <p>Pure: no sockets, no clocks. May import {@code protocol}.
 */
@NullMarked
package cachemark.protocol.memcached;

import org.jspecify.annotations.NullMarked;
