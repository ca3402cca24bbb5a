// SPDX-License-Identifier: Apache-2.0

/**
 * The client side of RESP2: commands as bytes out, replies as bytes in.
 *
 * <p>Pure: no sockets, no clocks. May import {@code protocol}.
 */
@NullMarked
package cachemark.protocol.resp;

import org.jspecify.annotations.NullMarked;
